package io.guanxi.analytics.lifetime.domain;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * The method of Broyden, Fletcher, Goldfarb and Shanno for a smooth function of few variables, with a line search that
 * halves and doubles until a step lowers the function enough and flattens it enough (Lewis and Overton, "Nonsmooth
 * optimization via quasi-Newton methods", Mathematical Programming 141 (2013), section 3).
 */
final class Descent {

    private static final int MOST_ITERATIONS = 200;
    private static final int MOST_TRIALS = 40;
    private static final double LONGEST_MOVE = 2;
    private static final double LOWER_ENOUGH = 1e-4;
    private static final double FLATTER_ENOUGH = 0.9;

    private final UnaryOperator<double[]> slopes;
    private final double edge;
    private final double flat;
    private final double[][] inverse;
    private double[] at;
    private double[] here;
    private int iterations;

    /**
     * @param slopes the function, then its derivatives
     * @param edge where a variable has gone too far for the search to go on
     * @param flat the norm of the derivatives that the search ends at
     */
    Descent(UnaryOperator<double[]> slopes, double[] start, double edge, double flat) {
        this.slopes = slopes;
        this.edge = edge;
        this.flat = flat;
        at = start.clone();
        here = slopes.apply(at);
        inverse = new double[at.length][at.length];
    }

    void run() {
        forget();
        boolean fresh = true;
        while (norm(here) > flat && iterations < MOST_ITERATIONS && !isAtTheEdge()) {
            iterations++;
            double[] direction = direction();
            double descent = dot(direction, here);
            boolean moved = descent < 0 && move(direction, descent);
            if (!moved && fresh) {
                return;
            }
            if (!moved) {
                forget();
            }
            fresh = !moved;
        }
    }

    double[] at() {
        return at.clone();
    }

    int iterations() {
        return iterations;
    }

    /** Infinite where the function is not a number. */
    double gradientNorm() {
        return norm(here);
    }

    static double norm(double[] slopes) {
        double most = 0;
        for (int i = 1; i < slopes.length; i++) {
            most = Math.max(most, Double.isNaN(slopes[i]) ? Double.POSITIVE_INFINITY : Math.abs(slopes[i]));
        }
        return most;
    }

    private boolean isAtTheEdge() {
        return Arrays.stream(at).anyMatch(value -> Math.abs(value) > edge);
    }

    private void forget() {
        for (int i = 0; i < at.length; i++) {
            Arrays.fill(inverse[i], 0);
            inverse[i][i] = 1;
        }
    }

    private double[] direction() {
        double[] direction = new double[at.length];
        double longest = 0;
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                direction[i] -= inverse[i][j] * here[j + 1];
            }
            longest = Math.max(longest, Math.abs(direction[i]));
        }
        if (longest > LONGEST_MOVE) {
            for (int i = 0; i < at.length; i++) {
                direction[i] *= LONGEST_MOVE / longest;
            }
        }
        return direction;
    }

    /** @return false if no step in this direction helps */
    private boolean move(double[] direction, double descent) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double step = 1;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double[] to = stepped(direction, step);
            double[] there = slopes.apply(to);
            if (!(there[0] <= here[0] + LOWER_ENOUGH * step * descent)) {
                high = step;
            } else if (dot(direction, there) < FLATTER_ENOUGH * descent) {
                low = step;
            } else {
                learn(to, there);
                at = to;
                here = there;
                return true;
            }
            step = high == Double.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
            if (step > edge) {
                return false;
            }
        }
        return false;
    }

    private double[] stepped(double[] direction, double step) {
        double[] to = at.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] += step * direction[i];
        }
        return to;
    }

    /** The update of the inverse curvature by what one step has shown. */
    private void learn(double[] to, double[] there) {
        int n = at.length;
        double[] move = new double[n];
        double[] change = new double[n];
        double along = 0;
        for (int i = 0; i < n; i++) {
            move[i] = to[i] - at[i];
            change[i] = there[i + 1] - here[i + 1];
            along += move[i] * change[i];
        }
        double[] turned = new double[n];
        double size = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                turned[i] += inverse[i][j] * change[j];
            }
            size += turned[i] * change[i];
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += (1 + size / along) * move[i] * move[j] / along
                        - (turned[i] * move[j] + move[i] * turned[j]) / along;
            }
        }
    }

    /** Of a direction and the derivatives. */
    private static double dot(double[] direction, double[] slopes) {
        double dot = 0;
        for (int i = 0; i < direction.length; i++) {
            dot += direction[i] * slopes[i + 1];
        }
        return dot;
    }
}
