package io.guanxi.benchmarks.loyalty;

import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import io.guanxi.loyalty.rehearsal.domain.Comparison;
import io.guanxi.loyalty.rehearsal.domain.RecordedChange;
import io.guanxi.loyalty.rehearsal.domain.RehearsalSums;
import io.guanxi.loyalty.rehearsal.domain.Stage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes to try a draft on a year of many accounts, and whether it takes more memory for more of them. Once with
 * events that are made on the way and not counted, which is what deciding takes; once with events out of the store, which is
 * what a rehearsal takes.
 */
final class RehearsalBenchmark {

    private static final int BATCH = 100;
    private static final int WARM_UP = 500;

    /** As many as the goals are about. */
    private static final int GOAL_ACCOUNTS = 10_000;

    private static final double MEGABYTE = 1024.0 * 1024.0;

    private final Report report;

    RehearsalBenchmark(Report report) {
        this.report = report;
    }

    /** @param accounts how many are rehearsed from memory; a fifth of them also from the store */
    void run(int accounts) throws IOException {
        String server = String.format(
                Locale.ROOT,
                "%d processors, of which a rehearsal uses one; JDK %s; the store is the embedded one, in a process of its own.",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
        Table table = new Table("A draft tried on a year of orders", server, "events");
        rehearse(WARM_UP, RehearsalBenchmark::made);
        Figures decided = rehearse(accounts, RehearsalBenchmark::made);
        row(table, "made on the way", decided);
        try (StoredYears stored = StoredYears.of(accounts / 5)) {
            rehearse(WARM_UP / 5, from(stored));
            row(table, "from the store", rehearse(accounts / 5, from(stored)));
        }
        table.note(
                "Seconds of one processor for " + String.format(Locale.ROOT, "%,d", GOAL_ACCOUNTS)
                        + " accounts are those of the rehearsing thread, put in proportion. Of events from the store they include"
                        + " reading them as JSON; the time of the store's own process does not count, though the clock's does.");
        report.add(table);
        report.add(Goal.atMost(
                "rehearsal: heap in use after the last account, less that after a tenth of them",
                decided.heapAtEnd() - decided.heapAtTenth(),
                20,
                "MB"));
    }

    /**
     * @param processorSeconds of the thread that rehearses, without what makes the events
     * @param seconds by the clock, likewise
     */
    private record Figures(
            int accounts, long events, double processorSeconds, double seconds, double heapAtTenth, double heapAtEnd) {

        double perGoal(double seconds) {
            return seconds * GOAL_ACCOUNTS / accounts;
        }
    }

    private void row(Table table, String events, Figures figures) {
        double processor = figures.perGoal(figures.processorSeconds());
        put(table, events, "accounts", figures.accounts());
        put(table, events, "events of each", (double) figures.events() / figures.accounts());
        put(table, events, "accounts/s of a processor", figures.accounts() / figures.processorSeconds());
        put(table, events, "processor s for 10,000", processor);
        put(table, events, "s for 10,000", figures.perGoal(figures.seconds()));
        put(table, events, "heap MB after a tenth", figures.heapAtTenth());
        put(table, events, "heap MB at the end", figures.heapAtEnd());
        report.add(
                Goal.atMost("rehearsal: 10,000 accounts with a year of orders, events " + events, processor, 60, "s"));
    }

    private static void put(Table table, String row, String column, double figure) {
        table.put(row, column, Spread.of(List.of(figure)));
    }

    /** As the job does it: account after account, with sums that grow batch by batch. */
    private static Figures rehearse(int accounts, Source source) {
        var stopwatch = new Stopwatch();
        Stage stage = Stage.of(YearOfOrders.YEAR, SampleProgramme.REAL, SampleProgramme.DRAFT);
        RehearsalSums sums = RehearsalSums.EMPTY;
        var batch = new ArrayList<Comparison>();
        long events = 0;
        double heapAtTenth = 0;
        for (int number = 0; number < accounts; number++) {
            List<RecordedChange> changes = source.events(number, stopwatch);
            stopwatch.goOn();
            batch.add(stage.compare(YearOfOrders.account(number), changes));
            if (batch.size() == BATCH) {
                sums = sums.plus(batch);
                batch.clear();
            }
            stopwatch.pause();
            events += changes.size();
            if (number == accounts / 10) {
                heapAtTenth = heapInUse();
            }
        }
        sums = sums.plus(batch);
        if (sums.accounts() != accounts || stage.report(sums).accounts().differing() == 0) {
            throw new IllegalStateException("the draft made no difference to " + sums.accounts() + " accounts");
        }
        return new Figures(
                accounts, events, stopwatch.processorSeconds(), stopwatch.seconds(), heapAtTenth, heapInUse());
    }

    /** Where the events of an account come from. */
    private interface Source {

        List<RecordedChange> events(int number, Stopwatch stopwatch);
    }

    /** Nobody would make events to rehearse them, so that takes no time here. */
    private static List<RecordedChange> made(int number, Stopwatch stopwatch) {
        return YearOfOrders.changes(number);
    }

    private static Source from(StoredYears stored) {
        return (number, stopwatch) -> {
            stopwatch.goOn();
            List<RecordedChange> changes = stored.changes(number);
            stopwatch.pause();
            return changes;
        };
    }

    private static double heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    /** The time of this thread, on the clock and on a processor, while it is not paused. */
    private static final class Stopwatch {

        private long clock;
        private long processor;
        private long clockBegan;
        private long processorBegan;

        void goOn() {
            clockBegan = System.nanoTime();
            processorBegan = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        void pause() {
            clock += System.nanoTime() - clockBegan;
            processor += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorBegan;
        }

        double seconds() {
            return clock / 1e9;
        }

        double processorSeconds() {
            return processor / 1e9;
        }
    }
}
