package io.guanxi.analytics.lifetime.domain;

import java.util.List;
import java.util.SortedMap;

/**
 * The gamma-gamma model of what a purchase brings, of Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (2013):
 * the amounts of a customer are gamma distributed with shape p, and their scale is gamma distributed over the customers. It
 * holds for repeat purchases; the first one is often different.
 *
 * @param p shape of a customer's amounts
 * @param q shape of the scales; above 1, else customers have no mean
 * @param gamma inverse scale of the scales, in units of the currency
 */
public record SpendModel(double p, double q, double gamma) {

    static final List<String> PARAMETERS = List.of("p", "q", "gamma");

    public SpendModel {
        Checks.positive(p, q, gamma);
        if (q <= 1) {
            throw new IllegalArgumentException("q is %s, expected above 1".formatted(q));
        }
    }

    /** What a purchase brings on average over all customers. */
    public double meanSpend() {
        return p * gamma / (q - 1);
    }

    /**
     * What the next purchases of a customer bring, each, on average: between the mean of all customers and the customer's own.
     *
     * @param purchases that are known of the customer; without any it is the mean of all customers
     * @param mean of these
     */
    public double expectedSpend(long purchases, double mean) {
        if (purchases < 0 || !(mean >= 0) || mean == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("%d purchases of %s are impossible".formatted(purchases, mean));
        }
        double own = p * purchases / (p * purchases + q - 1);
        return purchases == 0 ? meanSpend() : (1 - own) * meanSpend() + own * mean;
    }

    public double expectedSpend(SpendSample sample) {
        return expectedSpend(sample.purchases(), sample.mean());
    }

    /** By the letters of the literature. */
    public SortedMap<String, Double> parameters() {
        return Checks.named(PARAMETERS, p, q, gamma);
    }
}
