package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reading a log from its first event on. */
final class Replays {

    private final Plan plan;
    private final Table table;
    private final Map<String, Map<String, Spread>> measured = new LinkedHashMap<>();

    Replays(Plan plan, Servers servers) {
        this.plan = plan;
        this.table = servers.table("Replay from zero, events per second", "log");
        table.note(String.format(
                Locale.ROOT,
                "%,d events (%,d where they are 1 ms apart), %d read at a time, median of %d runs; what takes longer than"
                        + " %d s is given up and its rate taken from what was read. How far apart events are decides what"
                        + " axon-mongo carries along: the identifiers of a second. Payloads are decoded by the same"
                        + " serialiser for all but the bare driver, which only scans.",
                plan.replayed(),
                plan.burst(),
                MongoContenders.READ_BATCH,
                plan.rounds(),
                plan.longestReplay().toSeconds()));
    }

    /** @param log what is special about it; names the row */
    void measure(Lineup lineup, int events, String log, boolean payloads) throws Exception {
        long most = plan.longestReplay().toNanos();
        for (Contender contender : lineup.all()) {
            contender.replay(events / 2, System.nanoTime() + most / 4, payloads);
        }
        Map<String, Spread> rates =
                Lineup.inTurns(lineup.all(), plan.rounds(), contender -> perSecond(contender, events, most, payloads));
        rates.forEach((name, rate) -> table.put(log, name, rate));
        measured.put(log, rates);
    }

    /** @throws IllegalStateException if the log ended too early: a figure of it would be of another log */
    private static double perSecond(Contender contender, int events, long most, boolean payloads) {
        long started = System.nanoTime();
        long read = contender.replay(events, started + most, payloads);
        long took = System.nanoTime() - started;
        if (read < events && took < most) {
            throw new IllegalStateException(contender.name() + " read " + read + " events (expected: " + events + ")");
        }
        return read * 1e9 / took;
    }

    List<Goal> goals() {
        return goals(measured);
    }

    static List<Goal> goals(Map<String, Map<String, Spread>> measured) {
        List<Goal> goals = new ArrayList<>();
        measured.forEach((log, rates) -> goals.add(Goal.atLeast(
                "replay against axon-mongo, " + log,
                Ratios.between(rates, MongoContenders.OURS, MongoContenders.PER_EVENT),
                3,
                "times")));
        measured.forEach((log, rates) -> goals.add(Goal.atLeast(
                "replay against the bare driver's scan, " + log,
                Ratios.between(rates, MongoContenders.OURS, MongoContenders.DRIVER),
                0.5,
                "times")));
        return goals;
    }

    void addTo(Report report) {
        report.add(table);
    }
}
