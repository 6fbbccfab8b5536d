package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reading a log from its first event on, every payload decoded. */
final class Replays {

    private final Plan plan;
    private final Table table;

    Replays(Plan plan, Servers servers) {
        this.plan = plan;
        this.table = servers.table("Replay from zero, events per second", "log");
        table.note(String.format(
                Locale.ROOT,
                "Commits of 1 event, %d read at a time, median of %d runs; what takes longer than %d s is given up and its"
                        + " rate taken from what was read. How far apart events are decides what axon-mongo carries along:"
                        + " the identifiers of a second. The bare driver decodes documents, the others payloads too.",
                MongoContenders.READ_BATCH,
                plan.rounds(),
                plan.longestReplay().toSeconds()));
    }

    Map<String, Spread> measure(Lineup lineup, int events, LogClock clock) throws Exception {
        long read = plan.longestReplay().toNanos();
        for (Contender contender : lineup.all()) {
            contender.replay(events / 4, System.nanoTime() + read / 4);
        }
        Map<String, Spread> rates =
                Lineup.inTurns(lineup.all(), plan.rounds(), contender -> perSecond(contender, events, read));
        String row = String.format(
                Locale.ROOT, "%,d events, %d ms apart", events, clock.apart().toMillis());
        rates.forEach((name, rate) -> table.put(row, name, rate));
        return rates;
    }

    /** @throws IllegalStateException if the log ended too early: a figure of it would be of another log */
    private static double perSecond(Contender contender, int events, long most) {
        long started = System.nanoTime();
        long read = contender.replay(events, started + most);
        long took = System.nanoTime() - started;
        if (read < events && took < most) {
            throw new IllegalStateException(contender.name() + " read " + read + " events (expected: " + events + ")");
        }
        return read * 1e9 / took;
    }

    static List<Goal> goals(Map<String, Spread> rates) {
        return List.of(
                Goal.atLeast(
                        "replay against axon-mongo",
                        Ratios.between(rates, MongoContenders.OURS, MongoContenders.PER_EVENT),
                        3,
                        "times"),
                Goal.atLeast(
                        "replay against the bare driver's scan",
                        Ratios.between(rates, MongoContenders.OURS, MongoContenders.DRIVER),
                        0.5,
                        "times"));
    }

    void addTo(Report report) {
        report.add(table);
    }
}
