package io.guanxi.analytics.churn.domain;

/**
 * How a risk model is learned.
 *
 * @param horizonDays a customer lapses who does not buy for this long; 1 to 730
 * @param months how many month-ends are looked back at, at most
 * @param ridge how strongly coefficients are held near zero; above 0
 * @param leastOfEach how many must have stayed away, and how many come back, for anything to be learned
 * @param atMostRows how many month-ends of customers are kept
 */
public record RiskParameters(int horizonDays, int months, double ridge, int leastOfEach, int atMostRows) {

    public RiskParameters {
        require("horizon-days", horizonDays, 1, 730);
        require("months", months, 3, 120);
        require("least-of-each", leastOfEach, 10, 1_000_000);
        require("at-most-rows", atMostRows, 100, 20_000_000);
        if (!(ridge > 0 && ridge <= 1e6)) {
            throw new IllegalArgumentException("ridge: " + ridge + " (expected: above 0, at most 1000000)");
        }
    }

    /** Two years of months, and what memory of some hundred megabytes allows. */
    public static RiskParameters ofHorizon(int days) {
        return new RiskParameters(days, 24, 1, 50, 1_000_000);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s: %d (expected: %d to %d)".formatted(name, value, least, most));
        }
    }
}
