package io.guanxi.analytics.churn.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How good risks were, once it is known who stayed away.
 *
 * @param customers that were judged
 * @param lapsed how many of them stayed away
 * @param meanRisk that was told
 * @param auc how often somebody who stayed away had been told a higher risk than somebody who came back; ties count half;
 *     0.5 if there was but one kind
 * @param logLoss mean negative logarithm of the probability of what happened
 * @param brier mean squared distance of the risk from what happened
 * @param calibrationError mean distance of told risk and true share over the bins, by their customers (ECE)
 * @param bins of equal width that anybody was in
 */
public record Quality(
        long customers,
        long lapsed,
        double meanRisk,
        double auc,
        double logLoss,
        double brier,
        double calibrationError,
        List<Bin> bins) {

    static final int BINS = 10;

    private static final double LEAST_PROBABILITY = 1e-15;

    /**
     * Customers of about the same risk.
     *
     * @param from lowest risk, included
     * @param to highest risk
     * @param meanRisk that was told
     * @param lapsedShare that stayed away
     */
    public record Bin(double from, double to, long customers, double meanRisk, double lapsedShare) {}

    public Quality {
        bins = List.copyOf(bins);
    }

    /**
     * @param risks from 0 to 1, one at least
     * @param lapsed 1 for those who stayed away, else 0
     */
    static Quality of(double[] risks, double[] lapsed) {
        double risk = 0;
        double lapses = 0;
        double loss = 0;
        double squares = 0;
        for (int row = 0; row < risks.length; row++) {
            risk += risks[row];
            lapses += lapsed[row];
            double right = lapsed[row] > 0 ? risks[row] : 1 - risks[row];
            loss -= Math.log(Math.max(right, LEAST_PROBABILITY));
            squares += (risks[row] - lapsed[row]) * (risks[row] - lapsed[row]);
        }
        int rows = risks.length;
        List<Bin> bins = bins(risks, lapsed);
        double error = bins.stream()
                .mapToDouble(bin -> bin.customers() * Math.abs(bin.meanRisk() - bin.lapsedShare()))
                .sum();
        return new Quality(
                rows, (long) lapses, risk / rows, auc(risks, lapsed), loss / rows, squares / rows, error / rows, bins);
    }

    private static List<Bin> bins(double[] risks, double[] lapsed) {
        long[] customers = new long[BINS];
        double[] risk = new double[BINS];
        double[] lapses = new double[BINS];
        for (int row = 0; row < risks.length; row++) {
            int bin = Math.min(BINS - 1, (int) (risks[row] * BINS));
            customers[bin]++;
            risk[bin] += risks[row];
            lapses[bin] += lapsed[row];
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (customers[bin] > 0) {
                bins.add(new Bin(
                        (double) bin / BINS,
                        (double) (bin + 1) / BINS,
                        customers[bin],
                        risk[bin] / customers[bin],
                        lapses[bin] / customers[bin]));
            }
        }
        return bins;
    }

    /** By the places of those who stayed away among those who did not (Mann and Whitney). */
    static double auc(double[] risks, double[] lapsed) {
        double[] stayedAway = chosen(risks, lapsed, true);
        double[] cameBack = chosen(risks, lapsed, false);
        if (stayedAway.length == 0 || cameBack.length == 0) {
            return 0.5;
        }
        double wins = 0;
        int below = 0;
        int upTo = 0;
        for (double risk : stayedAway) {
            while (below < cameBack.length && cameBack[below] < risk) {
                below++;
            }
            while (upTo < cameBack.length && cameBack[upTo] <= risk) {
                upTo++;
            }
            wins += (below + upTo) / 2.0;
        }
        return wins / ((double) stayedAway.length * cameBack.length);
    }

    private static double[] chosen(double[] risks, double[] lapsed, boolean away) {
        double[] chosen = new double[risks.length];
        int size = 0;
        for (int row = 0; row < risks.length; row++) {
            if (lapsed[row] > 0 == away) {
                chosen[size++] = risks[row];
            }
        }
        chosen = Arrays.copyOf(chosen, size);
        Arrays.sort(chosen);
        return chosen;
    }
}
