package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Commits per second, each writer beginning the next one when the last is stored. */
final class CommitRates {

    private final Lineup lineup;
    private final Plan plan;
    private final Servers servers;
    private final AtomicLong streams = new AtomicLong();

    CommitRates(Lineup lineup, Plan plan, Servers servers) {
        this.lineup = lineup;
        this.plan = plan;
        this.servers = servers;
    }

    void warmUp() throws Exception {
        for (Contender contender : lineup.all()) {
            perSecond(contender, 8, 1, plan.warmUp());
            perSecond(contender, 8, 5, plan.warmUp().dividedBy(2));
        }
    }

    void measure(Report report) throws Exception {
        for (int events : plan.commits()) {
            Table commits = table("Commits per second, " + events(events));
            Table total = table("Events per second, " + events(events));
            List<Ratio> ratios = new ArrayList<>();
            for (int writers : plan.writers()) {
                Map<String, Spread> rates = Lineup.inTurns(
                        lineup.all(), plan.rounds(), contender -> perSecond(contender, writers, events, plan.cell()));
                rates.forEach((name, rate) -> {
                    commits.put(Integer.toString(writers), name, rate);
                    total.put(Integer.toString(writers), name, Spread.of(List.of(rate.median() * events)));
                });
                ratios.add(Ratio.of(writers, rates));
            }
            report.add(commits);
            if (events > 1) {
                report.add(total);
            }
            goals(events(events), ratios).forEach(report::add);
        }
    }

    private static String events(int number) {
        return "commits of " + number + (number == 1 ? " event" : " events");
    }

    private Table table(String title) {
        Table table = servers.table(title, "writers");
        table.note(String.format(
                Locale.ROOT,
                "Median of %d runs of %d ms (least to most), the contenders in turns.",
                plan.rounds(),
                plan.cell().toMillis()));
        return table;
    }

    /** The middle of the ratios over all numbers of writers, and the worst. */
    static List<Goal> goals(String commits, List<Ratio> ratios) {
        Ratio worst = ratios.stream()
                .min((one, other) -> Double.compare(one.value(), other.value()))
                .orElseThrow();
        double median = Spread.of(ratios.stream().map(Ratio::value).toList()).median();
        return List.of(
                Goal.atLeast(commits + " against axon-mongo, median over writers", median, 2, "times"),
                Goal.atLeast(
                        commits + " against axon-mongo, worst: " + worst.writers() + " writers",
                        worst.value(),
                        2,
                        "times"));
    }

    /** How many times as many commits as axon-mongo. */
    record Ratio(int writers, double value) {

        static Ratio of(int writers, Map<String, Spread> rates) {
            return new Ratio(writers, Ratios.between(rates, MongoContenders.OURS, MongoContenders.PER_EVENT));
        }
    }

    private double perSecond(Contender contender, int writers, int events, Duration time) throws Exception {
        long run = streams.getAndIncrement();
        long started = System.nanoTime();
        long end = started + time.toNanos();
        List<Long> stored = Writers.run(writers, writer -> {
            String stream = "writer-" + run + "-" + writer;
            long commits = 0;
            while (System.nanoTime() < end) {
                contender.append(SampleEvents.commit(stream, commits * events, events, Instant.now()));
                commits++;
            }
            return commits;
        });
        double seconds = (System.nanoTime() - started) / 1e9;
        return stored.stream().mapToLong(Long::longValue).sum() / seconds;
    }
}
