package io.guanxi.benchmarks.intelligence;

import java.util.List;

/**
 * How much is measured.
 *
 * @param simulated customers that are fitted and scored
 * @param steps numbers of customers, ascending, at each of which an order is timed
 * @param timed orders at each step
 */
record Scale(int simulated, List<Integer> steps, int timed) {

    static final Scale WHOLE = new Scale(1_000_000, List.of(10_000, 100_000, 1_000_000), 50_000);
    static final Scale QUICK = new Scale(100_000, List.of(10_000, 100_000), 10_000);
}
