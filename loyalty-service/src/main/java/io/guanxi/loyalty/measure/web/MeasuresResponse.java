package io.guanxi.loyalty.measure.web;

import io.guanxi.loyalty.measure.domain.Behaviour;
import io.guanxi.loyalty.measure.domain.LoyaltyRule;
import io.guanxi.loyalty.measure.domain.TenantMeasures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's orders say about loyalty. Rates and shares are decimals from 0 to 1.
 *
 * @param windowDays how far back orders count
 * @param customers of whom an order was heard of, also one that is not paid so far or was cancelled
 * @param sampled of them, looked at; all of them, or chosen by chance
 * @param withOrders of those looked at, with a paid order that was not cancelled, whenever that was
 * @param buyers of those looked at, with an order in the window
 * @param repurchaseRate of the buyers, those with two or more orders in the window; absent without buyers
 * @param repurchaseIntervalDays the median over customers of the median days between their orders; absent if nobody bought
 *     twice
 * @param medianOrders of the buyers, in the window; absent without buyers
 * @param shareOfOrdersWithPoints of the orders in the window, those on which points were spent; absent without orders
 * @param byBehaviour how many of {@code withOrders} behave how
 * @param byClass how many of them are of which class; which of two it is, an attitude would say, and none is known
 * @param notKnown what cannot be measured, and why, by language
 */
record MeasuresResponse(
        Instant measuredAt,
        int ruleVersion,
        long windowDays,
        long customers,
        int sampled,
        int withOrders,
        int buyers,
        int repeatBuyers,
        @Nullable String repurchaseRate,
        @Nullable String repurchaseIntervalDays,
        @Nullable String medianOrders,
        @Nullable String shareOfOrdersWithPoints,
        Map<String, Integer> byBehaviour,
        Map<String, Integer> byClass,
        Map<String, Map<String, String>> notKnown) {

    static MeasuresResponse of(PresentMeasures.Measured measured, Map<String, Map<String, String>> notKnown) {
        TenantMeasures measures = measured.measures();
        return new MeasuresResponse(
                measured.at(),
                LoyaltyRule.PRESENT.version(),
                LoyaltyRule.PRESENT.window().toDays(),
                measured.customers(),
                measured.sampled(),
                measures.customers(),
                measures.buyers(),
                measures.repeatBuyers(),
                plain(measures.repurchaseRate()),
                plain(measures.medianIntervalDays()),
                plain(measures.medianOrders()),
                plain(measures.shareWithPoints()),
                byBehaviour(measured.behaviours()),
                byClass(measured.behaviours()),
                notKnown);
    }

    private static Map<String, Integer> byBehaviour(Map<Behaviour, Integer> counts) {
        var named = new TreeMap<String, Integer>();
        counts.forEach((behaviour, count) -> named.put(Codes.of(behaviour), count));
        return named;
    }

    private static Map<String, Integer> byClass(Map<Behaviour, Integer> counts) {
        var named = new TreeMap<String, Integer>();
        counts.forEach((behaviour, count) -> named.put(
                switch (behaviour) {
                    case HIGH -> "true-or-spurious";
                    case LOW -> "latent-or-none";
                    case TOO_EARLY -> "too-early";
                },
                count));
        return named;
    }

    static @Nullable String plain(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
