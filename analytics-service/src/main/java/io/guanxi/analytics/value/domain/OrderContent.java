package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * What an order is about.
 *
 * @param currency an ISO 4217 code
 * @param amount what the buyer pays, not negative
 * @param units of all lines
 * @param articles that were ordered, each once, sorted, at most {@link #MOST_ARTICLES}: the first ones of more
 */
public record OrderContent(String currency, BigDecimal amount, long units, List<String> articles)
        implements Comparable<OrderContent> {

    /** Baskets of more articles are a reseller's, and say little about what goes with what. */
    public static final int MOST_ARTICLES = 100;

    private static final Comparator<OrderContent> BY_AMOUNT = Comparator.comparing(OrderContent::amount)
            .thenComparing(OrderContent::units)
            .thenComparing(OrderContent::currency)
            .thenComparing(content -> String.join("\0", content.articles()));

    public OrderContent {
        amount = Amounts.exact(amount);
        articles = articles.stream().distinct().sorted().limit(MOST_ARTICLES).toList();
    }

    /** Without its articles. */
    public static OrderContent of(String currency, BigDecimal amount, long units) {
        return new OrderContent(currency, amount, units, List.of());
    }

    /** No business meaning: decides between two contents of the same moment, so that arrival does not. */
    @Override
    public int compareTo(OrderContent other) {
        return BY_AMOUNT.compare(this, other);
    }
}
