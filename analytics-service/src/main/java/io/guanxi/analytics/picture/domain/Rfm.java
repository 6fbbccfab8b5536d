package io.guanxi.analytics.picture.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought until the end of a day.
 *
 * @param first day with an order
 * @param last day with an order
 * @param recency days from the last one to the day that is asked for
 * @param age days from the first one to it
 * @param frequency orders
 * @param purchaseDays days with an order
 * @param units sold and not returned
 * @param netRevenue in the currency of comparison; null if there is none
 * @param averageOrder net revenue by orders, four decimals
 * @param meanInterval days between two purchases; null if there was but one
 * @param returnedShare of the units, 0 to 1
 */
public record Rfm(
        LocalDate first,
        LocalDate last,
        long recency,
        long age,
        long frequency,
        int purchaseDays,
        long units,
        @Nullable BigDecimal netRevenue,
        @Nullable BigDecimal averageOrder,
        @Nullable Double meanInterval,
        double returnedShare) {}
