package io.guanxi.analytics.churn.domain;

/** Between log odds and probabilities, without overflow at either end. */
final class Odds {

    private Odds() {}

    static double probability(double logOdds) {
        double small = Math.exp(-Math.abs(logOdds));
        return logOdds >= 0 ? 1 / (1 + small) : small / (1 + small);
    }

    /** The negative logarithm of the probability of what happened. */
    static double loss(double logOdds, double target) {
        return Math.max(logOdds, 0) - logOdds * target + Math.log1p(Math.exp(-Math.abs(logOdds)));
    }
}
