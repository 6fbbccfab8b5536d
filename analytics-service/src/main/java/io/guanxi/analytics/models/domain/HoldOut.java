package io.guanxi.analytics.models.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How well a fit to the time before foretold the time that was kept back.
 *
 * @param from the last day that the fit knew
 * @param to the last day that was foretold
 * @param metrics such as actualOrders, expectedOrders, meanAbsoluteError
 * @param byFrequency customers by how many repeat purchases they had before
 * @param cumulative by the weeks since {@code from}
 */
public record HoldOut(
        LocalDate from,
        LocalDate to,
        Map<String, Double> metrics,
        List<Compared> byFrequency,
        List<Compared> cumulative) {

    public HoldOut {
        metrics = Named.sorted(metrics);
        byFrequency = List.copyOf(byFrequency);
        cumulative = List.copyOf(cumulative);
    }

    /**
     * What came and what was foretold.
     *
     * @param at the number of purchases or of weeks
     * @param customers who were compared
     * @param actual purchases
     * @param expected purchases
     */
    public record Compared(int at, long customers, double actual, double expected) {}
}
