package io.guanxi.loyalty.measure.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Makes histories of orders for tests. */
public final class Orders {

    public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private Orders() {}

    public static Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    /** An order in the web shop each of so many days ago. */
    public static PurchaseHistory boughtDaysAgo(int... days) {
        PurchaseHistory history = PurchaseHistory.NONE;
        for (int ago : days) {
            history = bought(history, ago, UnaryOperator.identity());
        }
        return history;
    }

    static PurchaseHistory bought(PurchaseHistory history, int daysAgo, UnaryOperator<Purchase> also) {
        String order = "o-" + daysAgo;
        return history.paid(order, daysAgo(daysAgo), "web").withMore(order, also);
    }

    static CustomerMeasures measured(PurchaseHistory history) {
        return CustomerMeasures.of(history, NOW, LoyaltyRule.PRESENT);
    }
}
