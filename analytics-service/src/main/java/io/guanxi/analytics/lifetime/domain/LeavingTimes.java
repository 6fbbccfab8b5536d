package io.guanxi.analytics.lifetime.domain;

/**
 * The integral of the Pareto/NBD model over the time at which a customer may have left, between the last purchase and the
 * end of the observation:
 *
 * <pre>∫ ((α+t_x)/(α+y))^R · ((β+t_x)/(β+y))^(s+1) dy/(β+t_x),  y from t_x to T</pre>
 *
 * <p>The literature writes it as a difference of two hypergeometric functions, which loses its digits when they are close
 * and overflows for many purchases. Here it is a quadrature of a positive function over
 * {@code v = ln((g+y)/(g+t_x))}, g the smaller of α and β, in steps that are short where the function falls steeply.
 */
final class LeavingTimes {

    private static final double LONGEST_STEP = 1.5;
    private static final double STEEPEST_STEP = 10;
    private static final double SHORT_STEP = 0.8;
    private static final double FLAT_STEP = 2.5;
    private static final double NEGLIGIBLE = 1e-17;

    private final double first;
    private final double slope;
    private final double power;
    private final double share;
    private final double end;
    private double sum;
    private double logOfSmaller;
    private double logOfLarger;
    private double perSmaller;
    private double perLarger;

    private LeavingTimes(double shape, double alpha, double s, double beta, double tx, double age) {
        first = Math.min(alpha, beta) + tx;
        slope = alpha <= beta ? 1 - shape : -s;
        power = alpha <= beta ? s + 1 : shape;
        share = first / (Math.max(alpha, beta) + tx);
        end = Math.log1p((age - tx) / first);
        integrate();
    }

    /**
     * What the gradient needs beside the integral; the means are over the time of leaving.
     *
     * @param logIntegral minus infinity if there was no time to leave
     * @param logAlpha mean of ln((α+y)/(α+t_x))
     * @param logBeta mean of ln((β+y)/(β+t_x))
     * @param perAlpha mean of 1/(α+y)
     * @param perBeta mean of 1/(β+y)
     */
    record Means(double logIntegral, double logAlpha, double logBeta, double perAlpha, double perBeta) {}

    static Means means(double shape, double alpha, double s, double beta, double tx, double age) {
        LeavingTimes times = new LeavingTimes(shape, alpha, s, beta, tx, age);
        double sum = times.sum == 0 ? 1 : times.sum;
        double logSmaller = times.logOfSmaller / sum;
        double logLarger = times.logOfLarger / sum;
        double perSmaller = times.perSmaller / sum / times.first;
        double perLarger = times.perLarger / sum / (Math.max(alpha, beta) + tx);
        double logIntegral = times.logIntegral(beta, tx);
        return alpha <= beta
                ? new Means(logIntegral, logSmaller, logLarger, perSmaller, perLarger)
                : new Means(logIntegral, logLarger, logSmaller, perLarger, perSmaller);
    }

    /** The logarithm of how much likelier it is that the customer has left than that they are still there. */
    static double logOdds(double shape, double alpha, double s, double beta, double tx, double age) {
        return new LeavingTimes(shape, alpha, s, beta, tx, age).logIntegral(beta, tx)
                + Math.log(s)
                + shape * Math.log1p((age - tx) / (alpha + tx))
                + s * Math.log1p((age - tx) / (beta + tx));
    }

    private double logIntegral(double beta, double tx) {
        return Math.log(sum) + Math.log(first) - Math.log(beta + tx);
    }

    private void integrate() {
        double from = 0;
        double before = -1;
        while (from < end && sum - before > NEGLIGIBLE * sum) {
            before = sum;
            double steepness = Math.abs(slope - power * share * Math.exp(from) / (1 + share * Math.expm1(from)));
            double to = Math.min(end, from + Math.min(LONGEST_STEP, STEEPEST_STEP / steepness));
            double step = to - from;
            Nodes nodes = step < SHORT_STEP && step * steepness < FLAT_STEP ? Nodes.FEW : Nodes.MANY;
            for (int i = 0; i < nodes.count(); i++) {
                add(step * nodes.weight(i), from + step * nodes.at(i));
            }
            from = to;
        }
    }

    private void add(double weight, double v) {
        double growth = Math.expm1(v);
        double larger = 1 + share * growth;
        double log = Math.log1p(share * growth);
        double value = weight * Math.exp(slope * v - power * log);
        sum += value;
        logOfSmaller += value * v;
        logOfLarger += value * log;
        perSmaller += value / (1 + growth);
        perLarger += value / larger;
    }
}
