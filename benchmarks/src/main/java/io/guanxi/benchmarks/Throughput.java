package io.guanxi.benchmarks;

import java.util.List;

/** Orders per second over a whole run, and over its first and last quarter. */
record Throughput(double whole, double firstQuarter, double lastQuarter) {

    /** @param seen nanoseconds since the start, and orders handled by then */
    static Throughput of(int orders, List<long[]> seen) {
        double quarter = secondsAt(seen, orders / 4.0);
        double threeQuarters = secondsAt(seen, orders * 3 / 4.0);
        double all = seen.getLast()[0] / 1e9;
        return new Throughput(orders / all, orders / 4.0 / quarter, orders / 4.0 / Math.max(1e-3, all - threeQuarters));
    }

    private static double secondsAt(List<long[]> seen, double orders) {
        return seen.stream()
                .filter(point -> point[1] >= orders)
                .mapToDouble(point -> point[0] / 1e9)
                .findFirst()
                .orElse(1e-3);
    }
}
