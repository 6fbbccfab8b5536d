package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one order adds to its customer's facts.
 *
 * @param orderedAt when it was placed, or else first heard of; null if the order does not count
 * @param sold null if it is not sold yet
 * @param refunded at most the amount sold
 * @param returnedUnits at most the units sold
 */
public record OrderShare(
        @Nullable Instant orderedAt, @Nullable OrderContent sold, BigDecimal refunded, long returnedUnits) {

    /** Of an order that does not count. */
    public static final OrderShare NONE = new OrderShare(null, null, Amounts.ZERO, 0);

    public long orders() {
        return orderedAt == null ? 0 : 1;
    }

    /** Units that were sold and did not come back. */
    public long units() {
        return sold == null ? 0 : sold.units() - returnedUnits;
    }

    public SumsByCurrency sums() {
        return sold == null
                ? SumsByCurrency.NOTHING
                : SumsByCurrency.of(sold.currency(), new Sums(1, sold.amount(), refunded));
    }
}
