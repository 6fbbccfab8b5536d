package io.guanxi.analytics.lifetime.domain;

import java.util.Arrays;
import java.util.Map;
import org.hipparchus.special.Gamma;

/**
 * The log likelihood of {@link SpendModel}, by p, q and γ, of the mean m of x purchases:
 *
 * <pre>L = Γ(px+q)/(Γ(px)Γ(q)) · γ^q · m^(px−1) · x^(px) / (γ+xm)^(px+q)</pre>
 *
 * <p>Amounts are taken as multiples of the mean of all, so that the search does not depend on the currency.
 */
final class SpendLikelihood implements Likelihood {

    private static final int PARAMETERS = 3;

    private final double unit;
    private final double[] purchases;
    private final double[] customers;
    private final int[] places;
    private final double[] amounts;

    SpendLikelihood(SpendCalibration calibration) {
        purchases = new double[calibration.means().size()];
        customers = new double[purchases.length];
        places = new int[calibration.customers()];
        amounts = new double[places.length];
        int place = 0;
        int next = 0;
        for (Map.Entry<Long, double[]> some : calibration.means().entrySet()) {
            purchases[place] = some.getKey();
            customers[place] = some.getValue().length;
            for (double mean : some.getValue()) {
                places[next] = place;
                amounts[next++] = mean;
            }
            place++;
        }
        unit = Arrays.stream(amounts).sum() / amounts.length;
        Arrays.setAll(amounts, i -> amounts[i] / unit);
    }

    /** What an amount of 1 stands for, in the currency. */
    double unit() {
        return unit;
    }

    @Override
    public double[] at(double[] parameters) {
        double p = parameters[0];
        double q = parameters[1];
        double gamma = parameters[2];
        double[] sum = Likelihood.sum(amounts.length, 1 + PARAMETERS, (from, to, part) -> {
            for (int i = from; i < to; i++) {
                addCustomer(p, q, gamma, i, part);
            }
        });
        for (int place = 0; place < purchases.length; place++) {
            addPurchases(p, q, gamma, place, sum);
        }
        return sum;
    }

    private void addCustomer(double p, double q, double gamma, int i, double[] sum) {
        double x = purchases[places[i]];
        double total = gamma + x * amounts[i];
        double logTotal = Math.log(total);
        double logShare = -Math.log1p(gamma / (x * amounts[i]));
        sum[0] += p * x * logShare - Math.log(amounts[i]) - q * logTotal;
        sum[1] += x * logShare;
        sum[2] -= logTotal;
        sum[3] -= (p * x + q) / total;
    }

    private void addPurchases(double p, double q, double gamma, int place, double[] sum) {
        double x = purchases[place];
        double weight = customers[place];
        double slope = Gamma.digamma(p * x + q);
        sum[0] +=
                weight * (Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) - Gamma.logGamma(q) + q * Math.log(gamma));
        sum[1] += weight * x * (slope - Gamma.digamma(p * x));
        sum[2] += weight * (slope - Gamma.digamma(q) + Math.log(gamma));
        sum[3] += weight * q / gamma;
    }
}
