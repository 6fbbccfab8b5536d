package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How long it takes to have one aggregate's events in hand, decoded. */
final class AggregateLoads {

    private static final int COMMIT = 5;
    private static final int AFTER_SNAPSHOT = 5;

    private final Lineup lineup;
    private final LogClock clock;
    private final Plan plan;
    private final Servers servers;

    AggregateLoads(Lineup lineup, LogClock clock, Plan plan, Servers servers) {
        this.lineup = lineup;
        this.clock = clock;
        this.plan = plan;
        this.servers = servers;
    }

    void measure(Report report) throws Exception {
        Table table = servers.table("Loading one aggregate, milliseconds", "events");
        List<Aggregate> aggregates = Stream.of(false, true)
                .flatMap(snapshot -> plan.aggregates().stream().map(events -> new Aggregate(events, snapshot)))
                .toList();
        for (EngineContender contender : lineup.engines()) {
            Writers.run(aggregates.size(), number -> store(contender, aggregates.get(number)));
        }
        for (Aggregate aggregate : aggregates) {
            Map<String, Spread> times =
                    Lineup.inTurns(lineup.engines(), plan.rounds(), contender -> millis(contender, aggregate));
            times.forEach((name, time) -> table.put(aggregate.row(), name, time));
        }
        table.note("Commits of " + COMMIT + " events; a snapshot is " + AFTER_SNAPSHOT
                + " events before the end. Without one, it is looked for all the same, as Axon does.");
        report.add(table);
    }

    private Aggregate store(EngineContender contender, Aggregate aggregate) {
        String stream = aggregate.stream();
        int events = aggregate.events();
        for (int first = 0; first < events; first += COMMIT) {
            contender.append(SampleEvents.commit(stream, first, Math.min(COMMIT, events - first), clock.at(first)));
        }
        if (aggregate.snapshot()) {
            contender.snapshot(SampleEvents.snapshot(stream, events - AFTER_SNAPSHOT - 1));
        }
        return aggregate;
    }

    /** @throws IllegalStateException if not every event came: neither all of them nor those after the snapshot */
    private double millis(EngineContender contender, Aggregate aggregate) {
        long started = System.nanoTime();
        long end = started + plan.loadCell().toNanos();
        int loads = 0;
        do {
            int loaded = contender.load(aggregate.stream());
            if (loaded != aggregate.events() && !(aggregate.snapshot() && loaded == AFTER_SNAPSHOT)) {
                throw new IllegalStateException(
                        contender.name() + " loaded " + loaded + " events (expected: of " + aggregate.row() + ")");
            }
            loads++;
        } while (System.nanoTime() < end);
        return (System.nanoTime() - started) / 1e6 / loads;
    }

    private record Aggregate(int events, boolean snapshot) {

        String stream() {
            return "aggregate-" + events + (snapshot ? "-with-snapshot" : "");
        }

        String row() {
            return String.format(Locale.ROOT, "%,d%s", events, snapshot ? " with a snapshot" : "");
        }
    }
}
