package io.guanxi.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One figure, taken several times: the middle one, and how far the others were from it. */
public record Spread(double median, double least, double most, int runs) {

    public static Spread of(List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("figures: none (expected: at least one run)");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    /**
     * The value below or at which so many of the samples are, by nearest rank.
     *
     * @param share above 0, up to 1
     */
    public static double percentile(double[] samples, double share) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        return sorted[Math.clamp((long) Math.ceil(sorted.length * share) - 1, 0, sorted.length - 1)];
    }

    /** {@code median (least to most)}, with as many digits as the median needs. */
    public String text() {
        String one = median >= 100 ? "%,.0f" : median >= 10 ? "%,.1f" : "%,.2f";
        return runs == 1
                ? String.format(Locale.ROOT, one, median)
                : String.format(Locale.ROOT, one + " (" + one + " to " + one + ")", median, least, most);
    }
}
