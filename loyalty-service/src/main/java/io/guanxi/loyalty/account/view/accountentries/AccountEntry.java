package io.guanxi.loyalty.account.view.accountentries;

import io.guanxi.loyalty.account.domain.LedgerEntry;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's ledger. What does not concern it is absent.
 *
 * @param account tenant and customer
 * @param sequence its place among the account's events; later lines have larger ones
 * @param kind such as {@code points-earned}
 * @param purse the currency of points
 * @param points points that can be used more since then; negative if fewer, zero for a line that moved none of these
 * @param pending points that wait more since then; negative if fewer
 * @param held points that baskets keep aside more since then; negative if fewer
 * @param debt points that are owed more since then; negative if fewer
 * @param balance what can be used of the purse after it
 * @param returnId the return that caused it
 * @param holdId what names the points of a basket or a reward from holding to spending
 * @param reward the reward's code
 * @param other the customer on the other side of a transfer or a recommendation
 * @param complaint the ticket that was compensated
 * @param reason why a person did it
 * @param cause id of the event or request that caused it, or {@code time:} and the moment that did
 * @param ruleVersion the version that was applied; absent if none was asked
 * @param happened when it happened in the account's own time
 * @param recorded when the line was written
 */
public record AccountEntry(
        String entryId,
        String account,
        long sequence,
        String kind,
        String purse,
        long points,
        long pending,
        long held,
        long debt,
        long balance,
        @Nullable String shop,
        @Nullable String orderId,
        @Nullable String returnId,
        @Nullable String holdId,
        @Nullable String reward,
        @Nullable String transferId,
        @Nullable String other,
        @Nullable String complaint,
        @Nullable String correctionId,
        @Nullable String adjustmentId,
        @Nullable String reason,
        String cause,
        @Nullable Integer ruleVersion,
        Instant happened,
        Instant recorded) {

    /** Lines that were written when there was one purse name none. */
    public AccountEntry {
        purse = Objects.requireNonNullElse(purse, LedgerEntry.MAIN_PURSE);
    }
}
