package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Report;
import java.util.List;

/** Takes all measures of the event log, one after the other, so that each has the machine for itself. */
final class LogBenchmark {

    private final Servers servers;
    private final Plan plan;
    private final Report report;
    private final Progress progress;

    LogBenchmark(Servers servers, Plan plan, Report report, Progress progress) {
        this.servers = servers;
        this.plan = plan;
        this.report = report;
        this.progress = progress;
    }

    void run() throws Exception {
        try (Lineup lineup = servers.open("rates", SampleEvents.CALM)) {
            CommitRates rates = new CommitRates(lineup, plan, servers);
            progress.step("warming up, " + plan.warmUp().toSeconds() + " s for each contender");
            rates.warmUp();
            progress.step("commits per second");
            rates.measure(report);
            progress.step("latencies");
            new ArrivalLatencies(lineup, plan, servers).measure(report);
        }
        try (Lineup lineup = servers.open("loads", SampleEvents.CALM)) {
            progress.step("loading aggregates");
            new AggregateLoads(lineup, SampleEvents.CALM, plan, servers).measure(report);
        }
        growth();
        progress.step("bytes stored");
        new Footprints(servers, plan).measure(report);
        progress.step("done");
    }

    private void growth() throws Exception {
        Replays replays = new Replays(plan, servers);
        GrowingAppends appends = new GrowingAppends(plan, servers);
        TokenSizes tokens = new TokenSizes(servers);
        try (Lineup calm = servers.open("calm", SampleEvents.CALM)) {
            grow(calm, replays, appends, tokens);
        }
        try (Lineup fives = servers.open("fives", SampleEvents.CALM)) {
            progress.step("a log of commits of 5 events");
            fill(logs(fives, SampleEvents.CALM), plan.replayed(), 5);
            replays.measure(fives, plan.replayed(), "commits of 5, 100 ms apart", false);
        }
        try (Lineup burst = servers.open("burst", SampleEvents.BURST)) {
            progress.step("a log whose events are close together");
            List<GrownLog> logs = logs(burst, SampleEvents.BURST);
            fill(logs, plan.burst(), 1);
            tokens.measureLast(logs, ", 1 ms apart");
            replays.measure(burst, plan.burst(), "commits of 1, 1 ms apart", false);
        }
        replays.addTo(report);
        appends.addTo(report);
        tokens.addTo(report);
        replays.goals().forEach(report::add);
        report.add(appends.goal());
        tokens.goals().forEach(report::add);
    }

    private void grow(Lineup lineup, Replays replays, GrowingAppends appends, TokenSizes tokens) throws Exception {
        List<GrownLog> all = logs(lineup, SampleEvents.CALM);
        List<GrownLog> growing = all.stream().filter(LogBenchmark::grows).toList();
        for (int size : plan.logSizes()) {
            fill(size <= plan.replayed() ? all : growing, size, 1);
            if (size == plan.replayed()) {
                progress.step("replaying");
                replays.measure(lineup, size, "commits of 1, 100 ms apart", false);
                replays.measure(lineup, size, "commits of 1, 100 ms apart, payloads decoded", true);
                tokens.measureFirst(growing);
            }
            progress.step("appending to " + size + " events");
            appends.measure(growing, size);
        }
        tokens.measureLast(growing, "");
    }

    private void fill(List<GrownLog> logs, int events, int commit) throws Exception {
        for (GrownLog log : logs) {
            progress.step("filling to " + events + " events: " + log.contender().name());
            log.fillTo(events, commit);
        }
    }

    private static List<GrownLog> logs(Lineup lineup, LogClock clock) {
        return lineup.all().stream()
                .map(contender -> new GrownLog(contender, clock))
                .toList();
    }

    /** The limit and the variant are compared at the size that is replayed; filling them further would tell no more. */
    private static boolean grows(GrownLog log) {
        String name = log.contender().name();
        return !name.equals(MongoContenders.PER_COMMIT) && !name.equals(MongoContenders.DRIVER);
    }
}
