package io.guanxi.loyalty.account.view.accountentries;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's ledger.
 *
 * @param account tenant and customer
 * @param sequence its place among the account's events; later lines have larger ones
 * @param kind such as {@code points-earned}
 * @param points points moved: positive, negative, or zero for a line that only says why nothing moved
 * @param balance the balance after it
 * @param returnId the return that caused it, if one did
 * @param cause id of the order event that caused it
 * @param ruleVersion the rule that was applied; absent if none was asked
 * @param happened when the order event happened
 * @param recorded when the line was written
 */
public record AccountEntry(
        String entryId,
        String account,
        long sequence,
        String kind,
        long points,
        long balance,
        String shop,
        String orderId,
        @Nullable String returnId,
        String cause,
        @Nullable Integer ruleVersion,
        Instant happened,
        Instant recorded) {}
