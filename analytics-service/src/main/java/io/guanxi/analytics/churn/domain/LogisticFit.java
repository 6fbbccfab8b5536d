package io.guanxi.analytics.churn.domain;

import java.util.Arrays;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares), with a penalty of half the ridge times the
 * squared coefficients; the intercept is free. The function is convex, steps that would go uphill are halved, so it ends at
 * the one optimum. A single thread adds up in the order of the rows: equal rows give equal bits.
 *
 * @param weights the intercept first, then a coefficient for each column
 * @param loss mean negative log likelihood of a row, without the penalty
 * @param gradientNorm the largest entry of the penalised gradient, for each row
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared or printed.
record LogisticFit(double[] weights, int iterations, boolean converged, double loss, double gradientNorm) {

    static final double TOLERANCE = 1e-10;

    private static final int MOST_ITERATIONS = 100;
    private static final int MOST_HALVINGS = 40;

    /**
     * @param columns of standardised numbers
     * @param targets from 0 to 1
     */
    static LogisticFit of(double[][] columns, double[] targets, double ridge) {
        double[] weights = new double[columns.length + 1];
        double objective = objective(columns, targets, weights, ridge);
        for (int iteration = 0; ; iteration++) {
            NormalEquations at = NormalEquations.of(columns, targets, weights, ridge);
            double norm = at.gradientNorm() / targets.length;
            if (norm <= TOLERANCE || iteration == MOST_ITERATIONS) {
                return ended(columns, targets, weights, iteration, norm);
            }
            double[] step = at.step();
            double[] next = weights;
            double nextObjective = Double.POSITIVE_INFINITY;
            double length = 1;
            for (int halving = 0; halving < MOST_HALVINGS && !(nextObjective <= objective); halving++) {
                next = moved(weights, step, length);
                nextObjective = objective(columns, targets, next, ridge);
                length /= 2;
            }
            if (!(nextObjective <= objective) || Arrays.equals(next, weights)) {
                return ended(columns, targets, weights, iteration, norm);
            }
            weights = next;
            objective = nextObjective;
        }
    }

    /** Where rounding alone keeps it from getting lower, a thousand times the tolerance is near enough. */
    private static LogisticFit ended(
            double[][] columns, double[] targets, double[] weights, int iterations, double norm) {
        double loss = objective(columns, targets, weights, 0) / targets.length;
        return new LogisticFit(weights, iterations, norm <= 1000 * TOLERANCE, loss, norm);
    }

    private static double[] moved(double[] weights, double[] step, double length) {
        double[] moved = weights.clone();
        for (int at = 0; at < moved.length; at++) {
            moved[at] -= length * step[at];
        }
        return moved;
    }

    private static double objective(double[][] columns, double[] targets, double[] weights, double ridge) {
        double sum = 0;
        for (int row = 0; row < targets.length; row++) {
            sum += Odds.loss(logOdds(columns, row, weights), targets[row]);
        }
        for (int at = 1; at < weights.length; at++) {
            sum += ridge / 2 * weights[at] * weights[at];
        }
        return sum;
    }

    static double logOdds(double[][] columns, int row, double[] weights) {
        double sum = weights[0];
        for (int column = 0; column < columns.length; column++) {
            sum += weights[column + 1] * columns[column][row];
        }
        return sum;
    }
}
