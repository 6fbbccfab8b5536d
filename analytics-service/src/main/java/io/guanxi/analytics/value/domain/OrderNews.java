package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
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
        @Nullable Returned returned) implements Comparable<OrderNews> {

    private static final Comparator<OrderNews> BY_TIME = Comparator.comparing(OrderNews::happened)
            .thenComparing(OrderNews::step)
            .thenComparing(OrderNews::placedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(OrderNews::content)
            .thenComparing(OrderNews::returned, Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * One return.
     *
     * @param returnId unique within the order
     * @param refund in the order's currency, not negative
     */
    public record Returned(String returnId, long units, BigDecimal refund) implements Comparable<Returned> {

        private static final Comparator<Returned> BY_ID = Comparator.comparing(Returned::returnId)
                .thenComparing(Returned::units)
                .thenComparing(Returned::refund);

        public Returned {
            refund = Amounts.exact(refund);
        }

        @Override
        public int compareTo(Returned other) {
            return BY_ID.compare(this, other);
        }
    }

    public OrderNews {
        if ((step == OrderStep.RETURNED) != (returned != null)) {
            throw new IllegalArgumentException("step: " + step + " (expected: a return says what came back)");
        }
    }

    /** By time; the rest has no meaning but that different news differ. */
    @Override
    public int compareTo(OrderNews other) {
        return BY_TIME.compare(this, other);
    }
}
