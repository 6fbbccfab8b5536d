package io.guanxi.analytics.churn.domain;

import java.util.ArrayList;
import java.util.List;

/** Features as distances from their means in standard deviations, in the very arrays that were given. */
@SuppressWarnings("ArrayRecordComponent") // Never compared or printed.
record Standardised(double[] means, double[] scales) {

    static Standardised inPlace(double[][] columns) {
        double[] means = new double[columns.length];
        double[] scales = new double[columns.length];
        for (int column = 0; column < columns.length; column++) {
            means[column] = mean(columns[column]);
            double squares = 0;
            for (double value : columns[column]) {
                squares += (value - means[column]) * (value - means[column]);
            }
            double deviation = Math.sqrt(squares / columns[column].length);
            scales[column] = deviation > 1e-12 * (1 + Math.abs(means[column])) ? deviation : 1;
            for (int row = 0; row < columns[column].length; row++) {
                columns[column][row] = (columns[column][row] - means[column]) / scales[column];
            }
        }
        return new Standardised(means, scales);
    }

    /** @param weights the intercept first */
    List<RiskFormula.Term> terms(double[] weights) {
        List<RiskFormula.Term> terms = new ArrayList<>();
        for (RiskFeature feature : RiskFeature.values()) {
            int at = feature.ordinal();
            terms.add(new RiskFormula.Term(feature.code(), means[at], scales[at], weights[at + 1]));
        }
        return terms;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
