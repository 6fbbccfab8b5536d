package io.guanxi.benchmarks.log;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds how often each figure is taken, the contenders taking turns
 * @param cell how long commits are counted for one figure
 * @param arrivalRates commits that arrive each second, whatever becomes of them
 * @param arrivals for how long they arrive
 * @param aggregates sizes of the aggregates that are loaded, in events
 * @param loadCell how long one aggregate is loaded again and again for one figure
 * @param logSizes to which the log grows, in events; ascending
 * @param appends how many commits are timed at each size of the log for one figure
 * @param replayed how many events are read from zero; one of the sizes of the log
 * @param burst how many events are in the log whose events are a millisecond apart
 * @param longestReplay after which a replay is given up and its rate taken from what was read
 * @param footprint how many events the stored bytes are divided by
 * @param footprintCommits for which sizes of a commit bytes are counted
 */
record Plan(
        String name,
        Duration warmUp,
        int rounds,
        List<Integer> writers,
        List<Integer> commits,
        Duration cell,
        List<Integer> arrivalRates,
        Duration arrivals,
        List<Integer> aggregates,
        Duration loadCell,
        List<Integer> logSizes,
        int appends,
        int replayed,
        int burst,
        Duration longestReplay,
        int footprint,
        List<Integer> footprintCommits) {

    private static final List<Integer> WRITERS = List.of(1, 2, 4, 8, 16, 32);
    private static final List<Integer> AGGREGATES = List.of(10, 100, 1_000, 10_000);

    static Plan full() {
        return new Plan(
                "full",
                Duration.ofSeconds(5),
                5,
                WRITERS,
                List.of(1, 5),
                Duration.ofMillis(1_000),
                List.of(200, 1_000),
                Duration.ofSeconds(20),
                AGGREGATES,
                Duration.ofMillis(400),
                List.of(10_000, 100_000, 1_000_000),
                4_000,
                100_000,
                20_000,
                Duration.ofSeconds(15),
                40_000,
                List.of(1, 5));
    }

    static Plan quick() {
        return new Plan(
                "quick",
                Duration.ofSeconds(2),
                3,
                WRITERS,
                List.of(1, 5),
                Duration.ofMillis(300),
                List.of(300),
                Duration.ofSeconds(4),
                AGGREGATES,
                Duration.ofMillis(100),
                List.of(10_000, 100_000),
                1_000,
                10_000,
                3_000,
                Duration.ofSeconds(3),
                10_000,
                List.of(1));
    }

    /** Shows that everything runs; its figures mean nothing. */
    static Plan tiny() {
        return new Plan(
                "tiny",
                Duration.ofMillis(50),
                2,
                List.of(1, 4),
                List.of(1, 5),
                Duration.ofMillis(60),
                List.of(50),
                Duration.ofMillis(400),
                List.of(10, 100),
                Duration.ofMillis(20),
                List.of(200, 1_000),
                50,
                200,
                200,
                Duration.ofSeconds(2),
                1_000,
                List.of());
    }
}
