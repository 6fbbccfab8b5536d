package io.guanxi.analytics.lifetime.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of what is expected of customers.
 *
 * @param version from 1
 * @param effectiveFrom the first day that it is used for
 * @param orders how often customers buy
 * @param spend what a purchase brings; null if too little is known of amounts
 * @param currency of the amounts; null exactly if spend is
 * @param annualDiscount what a year takes from the worth of a later purchase; 0.1 is ten percent
 */
public record LifetimeModel(
        int version,
        LocalDate effectiveFrom,
        OrderModel orders,
        @Nullable SpendModel spend,
        @Nullable String currency,
        double annualDiscount) {

    public LifetimeModel {
        if (version < 1 || (spend == null) != (currency == null)) {
            throw new IllegalArgumentException("version %d with spend %s in %s".formatted(version, spend, currency));
        }
        Discounting.of(annualDiscount);
    }

    /** Repeat purchases to come, each weighed by what it is worth today. */
    public double discountedOrders(double weeks, Observation seen) {
        return orders.discountedOrders(weeks, annualDiscount, seen);
    }

    /** What a customer's purchases to come are worth today, in the currency; 0 if nothing is known of amounts. */
    public double expectedValue(double weeks, Observation seen, SpendSample spent) {
        return spend == null ? 0 : discountedOrders(weeks, seen) * spend.expectedSpend(spent);
    }
}
