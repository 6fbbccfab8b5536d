package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one event says about one order.
 *
 * @param happened when that happened
 * @param placedAt when the order was placed, if the event says so
 * @param content the order as the shop knew it then
 * @param returned what came back; with {@link OrderStep#RETURNED} only
 */
public record OrderNews(
        OrderStep step,
        Instant happened,
        @Nullable Instant placedAt,
        OrderContent content,
        @Nullable Returned returned) {

    /**
     * One return.
     *
     * @param returnId unique within the order
     * @param refund in the order's currency, not negative
     */
    public record Returned(String returnId, long units, BigDecimal refund) {
        public Returned {
            refund = Amounts.exact(refund);
        }
    }

    public OrderNews {
        if ((step == OrderStep.RETURNED) != (returned != null)) {
            throw new IllegalArgumentException("step: " + step + " (expected: a return says what came back)");
        }
    }
}
