package io.guanxi.analytics.churn.domain;

/**
 * Corrects log odds, so that of those who are told to stay away with 70 % about 70 % do (Platt 1999).
 *
 * @param slope 1 changes nothing; below 1 the model was too sure of itself
 * @param shift 0 changes nothing
 */
public record Platt(double slope, double shift) {

    /** Of a model that could not be checked on a later month. */
    public static final Platt NONE = new Platt(1, 0);

    /**
     * Learned from a month that the model has not seen. Targets are drawn in from 0 and 1 as Platt does, so that a month
     * that is told apart perfectly does not make the model certain.
     */
    static Platt of(double[] logOdds, double[] lapsed) {
        double lapses = 0;
        for (double one : lapsed) {
            lapses += one;
        }
        double high = (lapses + 1) / (lapses + 2);
        double low = 1 / (lapsed.length - lapses + 2);
        double[] targets = new double[lapsed.length];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = lapsed[row] > 0 ? high : low;
        }
        LogisticFit fit = LogisticFit.of(new double[][] {logOdds}, targets, 0);
        return new Platt(fit.weights()[1], fit.weights()[0]);
    }

    double corrected(double logOdds) {
        return slope * logOdds + shift;
    }
}
