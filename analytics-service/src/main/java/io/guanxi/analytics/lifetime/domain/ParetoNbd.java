package io.guanxi.analytics.lifetime.domain;

import java.util.SortedMap;

/**
 * The Pareto/NBD model of Schmittlein, Morrison and Colombo, Management Science 33 (1987), as Fader and Hardie derive it in
 * "A Note on Deriving the Pareto/NBD Model and Related Expressions" (2005): purchases come at a rate that is gamma
 * distributed over the customers, and customers leave after an exponential time whose rate is gamma distributed too.
 *
 * @param r shape of the purchase rates
 * @param alpha their inverse scale, in weeks
 * @param s shape of the rates of leaving
 * @param beta their inverse scale, in weeks
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements OrderModel {

    private static final double STRAIGHT = 1e-9;

    public ParetoNbd {
        Checks.positive(r, alpha, s, beta);
    }

    @Override
    public double pAlive(int x, double tx, double age) {
        Checks.times(x, tx, age);
        return 1 / (1 + Math.exp(LeavingTimes.logOdds(r + x, alpha, s, beta, tx, age)));
    }

    @Override
    public double expectedOrdersIfAlive(double weeks, int x, double tx, double age) {
        Checks.times(x, tx, age);
        Checks.horizon(weeks);
        return (r + x) * (beta + age) / (alpha + age) * there(Math.log1p(weeks / (beta + age)));
    }

    /** {@code (1 − exp(−(s−1)·time)) / (s−1)}, also near s = 1. */
    private double there(double time) {
        double exponent = (s - 1) * time;
        return Math.abs(exponent) < STRAIGHT ? time : -Math.expm1(-exponent) / (s - 1);
    }

    @Override
    public OrderFamily family() {
        return OrderFamily.PARETO_NBD;
    }

    @Override
    public SortedMap<String, Double> parameters() {
        return Checks.named(family(), r, alpha, s, beta);
    }
}
