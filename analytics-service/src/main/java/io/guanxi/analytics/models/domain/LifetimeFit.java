package io.guanxi.analytics.models.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a fit of when customers buy and what they spend.
 *
 * @param dataFrom the day of the first purchase that was used
 * @param dataTo the last day that it knows of
 * @param spend null if too little is known of amounts
 * @param annualDiscount what a year takes from the worth of a later purchase
 * @param holdOut null if no time was kept back
 */
public record LifetimeFit(
        LocalDate dataFrom,
        LocalDate dataTo,
        FittedOrders orders,
        @Nullable FittedSpend spend,
        double annualDiscount,
        @Nullable HoldOut holdOut) {

    boolean converged() {
        return orders.converged() && (spend == null || spend.converged());
    }
}
