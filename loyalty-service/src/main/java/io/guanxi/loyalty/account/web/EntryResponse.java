package io.guanxi.loyalty.account.web;

import io.guanxi.loyalty.account.view.accountentries.AccountEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's ledger.
 *
 * @param kind what it is: {@code points-earned}, {@code nothing-earned}, {@code points-reversed-by-return},
 *     {@code refund-carried-forward}, {@code points-reversed-by-cancellation} or {@code cancellation-noted}
 * @param points points moved: positive, negative, or zero for a line that only says why nothing moved
 * @param balance the balance after it
 * @param causeEventId the order event that caused it
 * @param ruleVersion the version of the earning rule that was applied, if one was
 */
record EntryResponse(
        String entryId,
        String kind,
        long points,
        long balance,
        String shop,
        String orderId,
        @Nullable String returnId,
        String causeEventId,
        @Nullable Integer ruleVersion,
        Instant happened,
        Instant recorded) {

    static EntryResponse of(AccountEntry entry) {
        return new EntryResponse(
                entry.entryId(),
                entry.kind(),
                entry.points(),
                entry.balance(),
                entry.shop(),
                entry.orderId(),
                entry.returnId(),
                entry.cause(),
                entry.ruleVersion(),
                entry.happened(),
                entry.recorded());
    }
}
