package io.guanxi.analytics.picture.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the lifetime model expects of a customer.
 *
 * @param modelVersion of the lifetime model
 * @param pAlive probability that the customer has not left
 * @param horizonDays for which it is expected
 * @param expectedOrders days with a purchase
 * @param expectedSpend net revenue of each; null if spending is not modelled in the currency of comparison
 * @param expectedValue net revenue of all of them
 * @param discountedValue the same, as worth today
 */
public record Lifetime(
        int modelVersion,
        double pAlive,
        int horizonDays,
        double expectedOrders,
        @Nullable BigDecimal expectedSpend,
        @Nullable BigDecimal expectedValue,
        @Nullable BigDecimal discountedValue) {}
