package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Spread;
import io.guanxi.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How long a commit takes at most, nearly always, when much is stored already. */
final class GrowingAppends {

    private final Plan plan;
    private final Table table;
    private final List<Spread> ours = new ArrayList<>();

    GrowingAppends(Plan plan, Servers servers) {
        this.plan = plan;
        this.table = servers.table("p99 of a commit as the log grows, milliseconds", "events in the log");
        table.note(String.format(
                Locale.ROOT,
                "%d writers, commits of 1 event, median of the p99 of %d runs of %,d commits.",
                GrownLog.WRITERS,
                plan.rounds(),
                plan.appends()));
    }

    void measure(List<GrownLog> logs, int size) throws Exception {
        Map<Contender, GrownLog> byContender =
                logs.stream().collect(Collectors.toMap(GrownLog::contender, Function.identity()));
        List<Contender> contenders = logs.stream().map(GrownLog::contender).toList();
        for (GrownLog log : logs) {
            log.p99OfAppends(plan.appends());
        }
        Map<String, Spread> figures = Lineup.inTurns(
                contenders,
                plan.rounds(),
                contender ->
                        byContender.getOrDefault(contender, logs.getFirst()).p99OfAppends(plan.appends()));
        figures.forEach((name, figure) -> table.put(String.format(Locale.ROOT, "%,d", size), name, figure));
        Spread figure = figures.get(MongoContenders.OURS);
        if (figure != null) {
            ours.add(figure);
        }
    }

    Goal goal() {
        return goal(plan.logSizes(), ours);
    }

    static Goal goal(List<Integer> sizes, List<Spread> figures) {
        return Goal.atMost(
                String.format(
                        Locale.ROOT, "p99 of a commit at %,d events against %,d", sizes.getLast(), sizes.getFirst()),
                figures.getLast().median() / figures.getFirst().median(),
                1.2,
                "times");
    }

    void addTo(Report report) {
        report.add(table);
    }
}
