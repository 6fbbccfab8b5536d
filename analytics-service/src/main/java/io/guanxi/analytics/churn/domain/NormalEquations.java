package io.guanxi.analytics.churn.domain;

/** Gradient and Hessian of the penalised loss at one point. */
final class NormalEquations {

    /** Keeps the factorisation possible where a column is constant or a multiple of others. */
    private static final double LEAST_PIVOT = 1e-9;

    private final double[] gradient;
    private final double[][] hessian;

    private NormalEquations(int width) {
        gradient = new double[width];
        hessian = new double[width][width];
    }

    static NormalEquations of(double[][] columns, double[] targets, double[] weights, double ridge) {
        NormalEquations sums = new NormalEquations(weights.length);
        double[] row = new double[weights.length];
        row[0] = 1;
        for (int at = 0; at < targets.length; at++) {
            for (int column = 0; column < columns.length; column++) {
                row[column + 1] = columns[column][at];
            }
            double risk = Odds.probability(LogisticFit.logOdds(columns, at, weights));
            sums.add(row, risk - targets[at], risk * (1 - risk));
        }
        for (int at = 1; at < weights.length; at++) {
            sums.gradient[at] += ridge * weights[at];
            sums.hessian[at][at] += ridge;
        }
        return sums;
    }

    private void add(double[] row, double error, double curvature) {
        for (int one = 0; one < row.length; one++) {
            gradient[one] += error * row[one];
            for (int other = 0; other <= one; other++) {
                hessian[one][other] += curvature * row[one] * row[other];
            }
        }
    }

    double gradientNorm() {
        double largest = 0;
        for (double entry : gradient) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    /** Newton's step, by Cholesky's factorisation. */
    double[] step() {
        double[][] lower = factor();
        double[] step = gradient.clone();
        for (int row = 0; row < step.length; row++) {
            for (int column = 0; column < row; column++) {
                step[row] -= lower[row][column] * step[column];
            }
            step[row] /= lower[row][row];
        }
        for (int row = step.length - 1; row >= 0; row--) {
            for (int below = row + 1; below < step.length; below++) {
                step[row] -= lower[below][row] * step[below];
            }
            step[row] /= lower[row][row];
        }
        return step;
    }

    private double[][] factor() {
        double[][] lower = new double[hessian.length][hessian.length];
        for (int row = 0; row < hessian.length; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = hessian[row][column];
                for (int left = 0; left < column; left++) {
                    rest -= lower[row][left] * lower[column][left];
                }
                lower[row][column] =
                        row == column ? Math.sqrt(Math.max(rest, LEAST_PIVOT)) : rest / lower[column][column];
            }
        }
        return lower;
    }
}
