package io.guanxi.loyalty.account.view.accountdetails;

import java.time.Instant;

/** The present state of an account, as other systems read it from the compacted topic. */
record LoyaltyAccountState(
        String customerId,
        long balance,
        long earned,
        long reversed,
        long entries,
        Instant openedAt,
        Instant updatedAt) {

    static LoyaltyAccountState of(AccountDetails account) {
        return new LoyaltyAccountState(
                account.customerId(),
                account.balance(),
                account.earned(),
                account.reversed(),
                account.entries(),
                account.openedAt(),
                account.updatedAt());
    }
}
