package io.guanxi.analytics.lifetime.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * What the repeat purchases of each customer brought, sorted, so that it does not matter who was added first, or where.
 * Customers without a repeat purchase that brought something do not take part.
 */
public final class SpendCalibration {

    private final SortedMap<Long, double[]> means;
    private final int customers;

    private SpendCalibration(SortedMap<Long, double[]> means) {
        this.means = means;
        customers = means.values().stream().mapToInt(some -> some.length).sum();
    }

    /** Takes one customer after the other; not for several threads. */
    public static final class Counter {

        private final Map<Long, DoubleStream.Builder> means = new TreeMap<>();

        public Counter add(SpendSample sample) {
            if (sample.purchases() > 0) {
                means.computeIfAbsent(sample.purchases(), purchases -> DoubleStream.builder())
                        .add(sample.mean());
            }
            return this;
        }

        /** Of all that were added, after which the counter cannot go on. */
        public SpendCalibration counted() {
            TreeMap<Long, double[]> sorted = new TreeMap<>();
            means.forEach((purchases, some) ->
                    sorted.put(purchases, some.build().sorted().toArray()));
            return new SpendCalibration(sorted);
        }
    }

    /** With the customers of another one, none of whom is in this one. */
    public SpendCalibration plus(SpendCalibration other) {
        TreeMap<Long, double[]> sum = new TreeMap<>(means);
        other.means.forEach((purchases, some) -> sum.merge(purchases, some, SpendCalibration::merged));
        return new SpendCalibration(sum);
    }

    private static double[] merged(double[] one, double[] other) {
        double[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        Arrays.sort(both);
        return both;
    }

    /** By purchases, then by mean. */
    public List<SpendSample> samples() {
        return means.entrySet().stream()
                .flatMap(some -> Arrays.stream(some.getValue()).mapToObj(mean -> new SpendSample(some.getKey(), mean)))
                .toList();
    }

    public int customers() {
        return customers;
    }

    /** The means of customers with as many purchases, ascending. */
    SortedMap<Long, double[]> means() {
        return means;
    }
}
