package io.guanxi.analytics.lifetime.domain;

import io.guanxi.analytics.lifetime.domain.LeavingTimes.Means;
import org.hipparchus.special.Gamma;

/**
 * The log likelihood of {@link ParetoNbd}, by r, α, s and β:
 *
 * <pre>L = Γ(r+x)/Γ(r) · α^r · β^s · ((α+T)^−(r+x) · (β+T)^−s + s ∫ (α+y)^−(r+x) · (β+y)^−(s+1) dy,  y from t_x to T)</pre>
 */
final class ParetoLikelihood implements Likelihood {

    private static final int PARAMETERS = 4;

    private final GroupedCells cells;

    ParetoLikelihood(GroupedCells cells) {
        this.cells = cells;
    }

    @Override
    public double[] at(double[] parameters) {
        ParetoNbd at = new ParetoNbd(parameters[0], parameters[1], parameters[2], parameters[3]);
        double[] sum = Likelihood.sum(cells.size(), 1 + PARAMETERS, (from, to, part) -> {
            for (int cell = from; cell < to; cell++) {
                addCell(at, cell, part);
            }
        });
        addPurchases(at, sum);
        return sum;
    }

    private void addCell(ParetoNbd at, int cell, double[] sum) {
        double weight = cells.customers[cell];
        double shape = at.r() + cells.purchases[cells.x[cell]];
        double recency = cells.weeks[cells.recency[cell]];
        double age = cells.weeks[cells.age[cell]];
        double logAlphaThere = Math.log(at.alpha() + age);
        double logBetaThere = Math.log(at.beta() + age);
        double logAlpha = Math.log(at.alpha() + recency);
        double logBeta = Math.log(at.beta() + recency);
        Means leaving = LeavingTimes.means(shape, at.alpha(), at.s(), at.beta(), recency, age);
        double there = -shape * logAlphaThere - at.s() * logBetaThere;
        double left = Math.log(at.s()) - shape * logAlpha - at.s() * logBeta + leaving.logIntegral();
        double odds = Math.exp(left - there);
        double ofLeft = odds == Double.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
        double ofThere = 1 / (1 + odds);
        sum[0] += weight * (Math.max(there, left) + Math.log1p(Math.exp(-Math.abs(there - left))));
        sum[1] -= weight * (ofThere * logAlphaThere + ofLeft * (logAlpha + leaving.logAlpha()));
        sum[2] -= weight * shape * (ofThere / (at.alpha() + age) + ofLeft * leaving.perAlpha());
        sum[3] += weight * (ofLeft * (1 / at.s() - logBeta - leaving.logBeta()) - ofThere * logBetaThere);
        sum[4] -= weight * (ofThere * at.s() / (at.beta() + age) + ofLeft * (at.s() + 1) * leaving.perBeta());
    }

    private void addPurchases(ParetoNbd at, double[] sum) {
        double logR = Gamma.logGamma(at.r());
        double slopeR = Gamma.digamma(at.r());
        double logScales = at.r() * Math.log(at.alpha()) + at.s() * Math.log(at.beta());
        for (int i = 0; i < cells.purchases.length; i++) {
            double weight = cells.buyers[i];
            double shape = at.r() + cells.purchases[i];
            sum[0] += weight * (Gamma.logGamma(shape) - logR + logScales);
            sum[1] += weight * (Gamma.digamma(shape) - slopeR + Math.log(at.alpha()));
            sum[2] += weight * at.r() / at.alpha();
            sum[3] += weight * Math.log(at.beta());
            sum[4] += weight * at.s() / at.beta();
        }
    }
}
