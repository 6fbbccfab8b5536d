package io.guanxi.loyalty.account.web;

import io.guanxi.loyalty.account.view.accountentries.AccountEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's ledger. What does not concern it is absent.
 *
 * @param kind what it is, such as {@code points-earned}, {@code points-expired} or {@code points-spent}
 * @param purse the currency of points
 * @param points points that can be used more since then; negative if fewer, zero for a line that moved none of these
 * @param pending points that wait more since then; negative if fewer
 * @param held points that baskets keep aside more since then; negative if fewer
 * @param debt points that are owed more since then; negative if fewer
 * @param balance what can be used of the purse after it
 * @param other the customer on the other side of a transfer or a recommendation
 * @param complaint the ticket that was compensated
 * @param reason why a person did it
 * @param causeEventId the event or request that caused it, or {@code time:} and the moment that did
 * @param ruleVersion the version of the rules that was applied, if one was
 * @param happened when it happened in the account's own time
 */
record EntryResponse(
        String entryId,
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
        String causeEventId,
        @Nullable Integer ruleVersion,
        Instant happened,
        Instant recorded) {

    static EntryResponse of(AccountEntry entry) {
        return new EntryResponse(
                entry.entryId(),
                entry.kind(),
                entry.purse(),
                entry.points(),
                entry.pending(),
                entry.held(),
                entry.debt(),
                entry.balance(),
                entry.shop(),
                entry.orderId(),
                entry.returnId(),
                entry.holdId(),
                entry.reward(),
                entry.transferId(),
                entry.other(),
                entry.complaint(),
                entry.correctionId(),
                entry.adjustmentId(),
                entry.reason(),
                entry.cause(),
                entry.ruleVersion(),
                entry.happened(),
                entry.recorded());
    }
}
