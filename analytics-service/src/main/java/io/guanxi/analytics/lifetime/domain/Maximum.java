package io.guanxi.analytics.lifetime.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Finds where a likelihood is greatest. Parameters are sought by their logarithms, so none is ever 0 or below, and the mean
 * of the customers is maximised, so limits do not depend on how many there are. BFGS finds the neighbourhood; Newton's method
 * with a curvature from differences of the gradient ends the search, and gives the standard errors.
 */
final class Maximum {

    /** Of logarithms; a parameter beyond e^±15 means that there is no maximum. */
    private static final double EDGE = 15;

    private static final double FLAT = 1e-5;
    private static final double CONVERGED = 1e-8;
    private static final double DIFFERENCE = 1e-4;
    private static final int NEWTON_STEPS = 5;

    private final Likelihood likelihood;
    private final double customers;

    Maximum(Likelihood likelihood, double customers) {
        this.likelihood = likelihood;
        this.customers = customers;
    }

    /** Where a search ended. */
    sealed interface End {}

    /** @param standardErrors of the parameters */
    record Found(
            double[] parameters, double logLikelihood, double[] standardErrors, int iterations, double gradientNorm)
            implements End {}

    record Lost(String detail, double actual, double required) implements End {}

    End search(double[] start) {
        double[] logs = new double[start.length];
        Arrays.setAll(logs, i -> Math.log(start[i]));
        Descent descent = new Descent(this::slopes, logs, EDGE, FLAT);
        descent.run();
        double[] at = descent.at();
        return descent.gradientNorm() > FLAT
                ? new Lost(
                        "the search ended where the likelihood still grows, at " + shown(at),
                        descent.gradientNorm(),
                        FLAT)
                : polished(at, descent.iterations());
    }

    private End polished(double[] start, int iterations) {
        double[] at = start;
        double[] slopes = slopes(at);
        for (int step = 0; ; step++) {
            RealMatrix inverse;
            try {
                inverse = new CholeskyDecomposition(curvature(at)).getSolver().getInverse();
            } catch (MathIllegalArgumentException flat) {
                return new Lost("the likelihood has no peak at " + shown(at), 0, 1);
            }
            if (Descent.norm(slopes) < CONVERGED) {
                return found(at, slopes, inverse, iterations + step);
            }
            if (step == NEWTON_STEPS) {
                return new Lost("the search does not come to rest, at " + shown(at), Descent.norm(slopes), CONVERGED);
            }
            double[] move = inverse.operate(gradient(slopes));
            at = at.clone();
            for (int i = 0; i < at.length; i++) {
                at[i] -= Math.clamp(move[i], -1, 1);
            }
            slopes = slopes(at);
        }
    }

    private Found found(double[] at, double[] slopes, RealMatrix inverse, int iterations) {
        double[] parameters = exp(at);
        double[] errors = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            errors[i] = parameters[i] * Math.sqrt(inverse.getEntry(i, i) / customers);
        }
        return new Found(parameters, -slopes[0] * customers, errors, iterations, Descent.norm(slopes));
    }

    /** The mean of the negative log likelihood, then its derivatives by the logarithms. */
    private double[] slopes(double[] logs) {
        double[] parameters = exp(logs);
        double[] slopes = likelihood.at(parameters);
        slopes[0] /= -customers;
        for (int i = 0; i < logs.length; i++) {
            slopes[i + 1] *= -parameters[i] / customers;
        }
        return slopes;
    }

    private RealMatrix curvature(double[] at) {
        int n = at.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += DIFFERENCE;
            down[i] -= DIFFERENCE;
            double[] above = gradient(slopes(up));
            double[] below = gradient(slopes(down));
            rows[i] = new double[n];
            for (int j = 0; j < n; j++) {
                rows[i][j] = (above[j] - below[j]) / (2 * DIFFERENCE);
            }
        }
        RealMatrix curvature = new Array2DRowRealMatrix(rows, false);
        return curvature.add(curvature.transpose()).scalarMultiply(0.5);
    }

    private static double[] gradient(double[] slopes) {
        return Arrays.copyOfRange(slopes, 1, slopes.length);
    }

    private static double[] exp(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    private static String shown(double[] logs) {
        return Arrays.toString(Arrays.stream(exp(logs))
                .map(value -> new BigDecimal(value).round(new MathContext(4)).doubleValue())
                .toArray());
    }
}
