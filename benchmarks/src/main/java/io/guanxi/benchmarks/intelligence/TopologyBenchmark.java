package io.guanxi.benchmarks.intelligence;

import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * What one more order takes as customers become more, from the topic to the committed result, on the service as it runs; and
 * what DuckDB takes to compute the measures of as many customers anew.
 */
final class TopologyBenchmark {

    private static final int WARM_UP = 20_000;
    private static final double FLAT = 1.2;
    private static final double MEGABYTE = 1024.0 * 1024.0;

    private final Report report;

    TopologyBenchmark(Report report) {
        this.report = report;
    }

    void run(Scale scale)
            throws IOException, NoSuchAlgorithmException, InterruptedException, ExecutionException, SQLException {
        Table table = new Table(
                "One more order",
                "%d processors, JDK %s; service, embedded broker and embedded store in one process, exactly once."
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature()),
                "customers");
        List<Double> microseconds = new ArrayList<>();
        long expected = scale.steps().getLast() + (long) scale.steps().size() * scale.timed() + WARM_UP;
        try (MeasuredAnalytics analytics = MeasuredAnalytics.start();
                OrderStream orders = new OrderStream(analytics.bootstrapServers(), expected)) {
            int before = 0;
            for (int customers : scale.steps()) {
                long began = System.nanoTime();
                orders.firstOrders(before, customers);
                analytics.awaitAllHandled();
                double loading = (customers - before) / seconds(began);
                if (before == 0) {
                    orders.furtherOrders(customers, WARM_UP);
                    analytics.awaitAllHandled();
                }
                microseconds.add(step(table, analytics, orders, customers, scale.timed(), loading));
                before = customers;
            }
        }
        table.note("New customers are their first orders, published and handled at the same time. An order is timed as"
                + " the seconds until all of a batch of them, of random customers, are committed, through the number of"
                + " the batch. State is what the stores have on disk, without the change logs on the broker. The heap is"
                + " that of everything in the process, after a collection.");
        report.add(table);
        String last = String.format(Locale.ROOT, "%,d", scale.steps().getLast());
        String first = String.format(Locale.ROOT, "%,d", scale.steps().getFirst());
        report.add(Goal.atMost(
                "one more order with %s customers, beside one with %s".formatted(last, first),
                microseconds.getLast() / microseconds.getFirst(),
                FLAT,
                "times"));
    }

    /** Microseconds an order. */
    private double step(
            Table table, MeasuredAnalytics analytics, OrderStream orders, int customers, int timed, double loading)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        long began = System.nanoTime();
        orders.furtherOrders(customers, timed);
        analytics.awaitAllHandled();
        double seconds = seconds(began);
        String row = String.format(Locale.ROOT, "%,d", customers);
        put(table, row, "new customers/s", loading);
        put(table, row, "orders/s", timed / seconds);
        put(table, row, "microseconds an order", seconds / timed * 1e6);
        put(table, row, "state bytes a customer", (double) analytics.stateBytes() / customers);
        put(table, row, "heap MB", heapInUse());
        try (DuckDbPeer duckDb = DuckDbPeer.withOrders(customers)) {
            duckDb.recompute();
            double recomputed = duckDb.recompute();
            put(table, row, "DuckDB, all anew, s", recomputed);
            put(table, row, "orders in that time", recomputed * timed / seconds);
        }
        return seconds / timed * 1e6;
    }

    private static void put(Table table, String row, String column, double figure) {
        table.put(row, column, Spread.of(List.of(figure)));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
