package io.guanxi.analytics.lifetime.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a model foretold the purchases in a time that it did not know.
 *
 * @param customers who bought before
 * @param actual purchases of all of them in the hold-out
 * @param expected of all of them
 * @param meanAbsoluteError of a customer
 * @param rootMeanSquareError of a customer
 * @param groups by repeat purchases in the calibration
 * @param weeks ends of weeks from the first purchase of all, with repeat purchases since then
 */
public record HoldOutReport(
        long customers,
        long actual,
        double expected,
        double meanAbsoluteError,
        double rootMeanSquareError,
        List<Group> groups,
        List<Week> weeks) {

    private static final int GROUPS = 8;

    /**
     * Customers with as many repeat purchases in the calibration; the last group has all with seven or more.
     *
     * @param actual purchases in the hold-out, of all of them
     * @param expected purchases in the hold-out, of all of them
     */
    public record Group(int repeats, long customers, long actual, double expected) {}

    /**
     * Cumulated repeat purchases until the end of a day, in the calibration and after it.
     *
     * @param expected of customers of whom only the first purchase is known
     */
    public record Week(LocalDate until, long actual, double expected) {}

    public HoldOutReport {
        groups = List.copyOf(groups);
        weeks = List.copyOf(weeks);
    }

    /** Adds customers up. */
    static final class Sums {

        private final long[] customers = new long[GROUPS];
        private final long[] actual = new long[GROUPS];
        private final double[] expected = new double[GROUPS];
        private double absolute;
        private double squared;

        void add(int repeats, long alike, int actualOfEach, double expectedOfEach) {
            int group = Math.min(repeats, GROUPS - 1);
            customers[group] += alike;
            actual[group] += alike * actualOfEach;
            expected[group] += alike * expectedOfEach;
            absolute += alike * Math.abs(actualOfEach - expectedOfEach);
            squared += alike * (actualOfEach - expectedOfEach) * (actualOfEach - expectedOfEach);
        }

        HoldOutReport report(List<Week> weeks) {
            List<Group> groups = new ArrayList<>();
            long all = 0;
            long bought = 0;
            double foretold = 0;
            for (int group = 0; group < GROUPS; group++) {
                groups.add(new Group(group, customers[group], actual[group], expected[group]));
                all += customers[group];
                bought += actual[group];
                foretold += expected[group];
            }
            double each = Math.max(1, all);
            return new HoldOutReport(all, bought, foretold, absolute / each, Math.sqrt(squared / each), groups, weeks);
        }
    }
}
