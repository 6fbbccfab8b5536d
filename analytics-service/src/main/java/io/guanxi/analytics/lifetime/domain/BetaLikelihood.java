package io.guanxi.analytics.lifetime.domain;

import org.hipparchus.special.Gamma;

/**
 * The log likelihood of {@link BgNbd} and {@link MbgNbd}, by r, α, a and b. A customer is either still there since the last
 * purchase, or left just after it:
 *
 * <pre>
 * L = Γ(r+x)/Γ(r) · α^r · Γ(a+b)Γ(b+x)/(Γ(b)Γ(a+b+x+m)) · (there / (α+T)^(r+x) + left / (α+t_x)^(r+x))
 * BG/NBD:  m = 0, there = 1,   left = a/(b+x−1), 0 without repeat purchase
 * MBG/NBD: m = 1, there = b+x, left = a
 * </pre>
 */
final class BetaLikelihood implements Likelihood {

    private static final int PARAMETERS = 4;

    private final GroupedCells cells;
    private final boolean alsoAfterTheFirst;

    BetaLikelihood(GroupedCells cells, boolean alsoAfterTheFirst) {
        this.cells = cells;
        this.alsoAfterTheFirst = alsoAfterTheFirst;
    }

    @Override
    public double[] at(double[] parameters) {
        Point point = new Point(parameters);
        double[] sum = Likelihood.sum(cells.size(), 1 + PARAMETERS, point::addCells);
        point.addPurchases(sum);
        return sum;
    }

    /** What depends on the parameters and on one number of a cell alone. */
    private final class Point {

        private final double r;
        private final double alpha;
        private final double a;
        private final double b;
        private final double[] logThere = new double[cells.purchases.length];
        private final double[] logLeft = new double[cells.purchases.length];
        private final double[] logTime = new double[cells.weeks.length];

        Point(double[] parameters) {
            r = parameters[0];
            alpha = parameters[1];
            a = parameters[2];
            b = parameters[3];
            for (int i = 0; i < cells.purchases.length; i++) {
                int x = cells.purchases[i];
                logThere[i] = alsoAfterTheFirst ? Math.log(b + x) : 0;
                logLeft[i] = alsoAfterTheFirst ? Math.log(a) : leftAfterRepeat(x);
            }
            for (int i = 0; i < cells.weeks.length; i++) {
                logTime[i] = Math.log(alpha + cells.weeks[i]);
            }
        }

        private double leftAfterRepeat(int x) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Math.log(a) - Math.log(b + (x - 1));
        }

        /** The last factor, which is of each cell. */
        void addCells(int from, int to, double[] sum) {
            for (int cell = from; cell < to; cell++) {
                int i = cells.x[cell];
                double weight = cells.customers[cell];
                double shape = r + cells.purchases[i];
                double logAge = logTime[cells.age[cell]];
                double logRecency = logTime[cells.recency[cell]];
                double there = logThere[i] - shape * logAge;
                double left = logLeft[i] - shape * logRecency;
                double least = Math.exp(-Math.abs(there - left));
                double most = Math.max(there, left);
                double ofThere = there > left ? 1 / (1 + least) : least / (1 + least);
                double ofLeft = there > left ? least / (1 + least) : 1 / (1 + least);
                sum[0] += weight * (most + Math.log1p(least));
                sum[1] -= weight * (ofThere * logAge + ofLeft * logRecency);
                sum[2] -= weight
                        * shape
                        * (ofThere / (alpha + cells.weeks[cells.age[cell]])
                                + ofLeft / (alpha + cells.weeks[cells.recency[cell]]));
                sum[3] += weight * ofLeft / a;
                sum[4] += weight
                        * (alsoAfterTheFirst
                                ? ofThere / (b + cells.purchases[i])
                                : cells.purchases[i] == 0 ? 0 : -ofLeft / (b + (cells.purchases[i] - 1)));
            }
        }

        /** The other factors, which are of each number of purchases. */
        void addPurchases(double[] sum) {
            double logR = Gamma.logGamma(r);
            double ofStaying = Gamma.logGamma(a + b) - Gamma.logGamma(b);
            double slopeR = Gamma.digamma(r);
            double slopeAll = Gamma.digamma(a + b);
            double slopeB = Gamma.digamma(b);
            for (int i = 0; i < cells.purchases.length; i++) {
                int x = cells.purchases[i];
                double weight = cells.buyers[i];
                double all = a + b + x + (alsoAfterTheFirst ? 1 : 0);
                double slopeAfter = slopeAll - Gamma.digamma(all);
                sum[0] += weight
                        * (Gamma.logGamma(r + x)
                                - logR
                                + r * Math.log(alpha)
                                + ofStaying
                                + Gamma.logGamma(b + x)
                                - Gamma.logGamma(all));
                sum[1] += weight * (Gamma.digamma(r + x) - slopeR + Math.log(alpha));
                sum[2] += weight * r / alpha;
                sum[3] += weight * slopeAfter;
                sum[4] += weight * (slopeAfter - slopeB + Gamma.digamma(b + x));
            }
        }
    }
}
