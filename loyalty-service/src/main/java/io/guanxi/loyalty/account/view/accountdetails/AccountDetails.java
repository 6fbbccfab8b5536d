package io.guanxi.loyalty.account.view.accountdetails;

import java.time.Instant;

/**
 * An account at a glance; always {@code balance = earned - reversed}.
 *
 * @param earned points ever earned
 * @param reversed points ever taken back
 * @param entries lines in the ledger, those that moved no points included
 * @param openedAt when that order event happened which opened the account
 * @param updatedAt when the latest thing happened that the account knows of
 * @param version sequence of the last event of the account that is counted in
 */
public record AccountDetails(
        String customerId,
        long balance,
        long earned,
        long reversed,
        long entries,
        Instant openedAt,
        Instant updatedAt,
        long version) {

    static AccountDetails opened(String customerId, Instant openedAt, long version) {
        return new AccountDetails(customerId, 0, 0, 0, 0, openedAt, openedAt, version);
    }

    AccountDetails with(long change, Instant happened, long version) {
        return new AccountDetails(
                customerId,
                balance + change,
                earned + Math.max(change, 0),
                reversed + Math.max(-change, 0),
                entries + 1,
                openedAt,
                happened.isAfter(updatedAt) ? happened : updatedAt,
                version);
    }
}
