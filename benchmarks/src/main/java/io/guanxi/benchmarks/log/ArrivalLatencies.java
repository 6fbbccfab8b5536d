package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** An open loop: commits arrive at their times, whether or not the ones before are stored, and wait counts from then. */
final class ArrivalLatencies {

    private static final double[] SHARES = {0.5, 0.99, 0.999};
    private static final double NANOS_PER_MILLI = 1e6;

    private final Lineup lineup;
    private final Plan plan;
    private final Servers servers;

    ArrivalLatencies(Lineup lineup, Plan plan, Servers servers) {
        this.lineup = lineup;
        this.plan = plan;
        this.servers = servers;
    }

    void measure(Report report) throws Exception {
        for (int rate : plan.arrivalRates()) {
            Table table = servers.tableOfContenders(
                    String.format(Locale.ROOT, "Latency of a commit of 1 event, %,d arrive each second", rate),
                    "milliseconds");
            for (Contender contender : lineup.all()) {
                double[] millis = arrive(contender, rate, plan.arrivals());
                for (double share : SHARES) {
                    table.put(contender.name(), "p" + trimmed(share * 100), one(Spread.percentile(millis, share)));
                }
                table.put(contender.name(), "longest", one(Spread.percentile(millis, 1)));
            }
            table.note(String.format(
                    Locale.ROOT,
                    "Open loop over %.1f s, %,d commits each, counted from the time at which each was due.",
                    plan.arrivals().toMillis() / 1e3,
                    (long) (rate * (plan.arrivals().toMillis() / 1e3))));
            report.add(table);
        }
    }

    private static String trimmed(double percent) {
        return percent == Math.rint(percent) ? Long.toString(Math.round(percent)) : Double.toString(percent);
    }

    private static Spread one(double millis) {
        return Spread.of(List.of(millis));
    }

    private static double[] arrive(Contender contender, int rate, Duration time) throws Exception {
        int arrivals = (int) (rate * (time.toMillis() / 1e3));
        List<Future<Double>> stored = new ArrayList<>(arrivals);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long started = System.nanoTime();
            for (int i = 0; i < arrivals; i++) {
                long due = started + (long) (i * 1e9 / rate);
                awaitTime(due);
                String stream = "arrival-" + rate + "-" + i;
                stored.add(threads.submit(() -> {
                    contender.append(SampleEvents.commit(stream, 0, 1, Instant.now()));
                    return (System.nanoTime() - due) / NANOS_PER_MILLI;
                }));
            }
        }
        double[] millis = new double[arrivals];
        for (int i = 0; i < arrivals; i++) {
            millis[i] = stored.get(i).get();
        }
        return millis;
    }

    private static void awaitTime(long due) {
        while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }
}
