package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.util.Comparator;

/**
 * What an order is about.
 *
 * @param currency an ISO 4217 code
 * @param amount what the buyer pays, not negative
 * @param units of all lines
 */
public record OrderContent(String currency, BigDecimal amount, long units) implements Comparable<OrderContent> {

    private static final Comparator<OrderContent> BY_AMOUNT = Comparator.comparing(OrderContent::amount)
            .thenComparing(OrderContent::units)
            .thenComparing(OrderContent::currency);

    public OrderContent {
        amount = Amounts.exact(amount);
    }

    /** No business meaning: decides between two contents of the same moment, so that arrival does not. */
    @Override
    public int compareTo(OrderContent other) {
        return BY_AMOUNT.compare(this, other);
    }
}
