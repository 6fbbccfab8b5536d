package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import io.guanxi.benchmarks.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a reader stores to know how far it has read. */
final class TokenSizes {

    private static final int FIRST = 10;
    private static final int MOST_BYTES = 100;

    /** A number of a million has so many digits more than one of ten. */
    private static final int MORE_DIGITS = 6;

    /** So many are read before the token is looked at, so that it carries what it carries on its way. */
    private static final int READ_BEFORE = 2_500;

    private final Table table;
    private final List<Integer> ours = new ArrayList<>();

    TokenSizes(Servers servers) {
        this.table = servers.table("Token of a reader as it is stored, bytes", "after reading");
    }

    void measureFirst(List<GrownLog> logs) {
        measure(logs, "10 events", FIRST);
    }

    void measureLast(List<GrownLog> logs, String kind) {
        long events = logs.stream().mapToLong(GrownLog::events).min().orElseThrow();
        measure(logs, String.format(Locale.ROOT, "%,d events%s", events, kind), events);
    }

    private void measure(List<GrownLog> logs, String row, long events) {
        for (GrownLog log : logs) {
            if (log.contender() instanceof EngineContender engine) {
                int bytes = engine.tokenBytes(events, READ_BEFORE);
                table.put(row, engine.name(), bytes);
                if (engine.name().equals(MongoContenders.OURS)) {
                    ours.add(bytes);
                }
            }
        }
    }

    List<Goal> goals() {
        return goals(ours);
    }

    static List<Goal> goals(List<Integer> bytes) {
        int most = bytes.stream().mapToInt(Integer::intValue).max().orElseThrow();
        int least = bytes.stream().mapToInt(Integer::intValue).min().orElseThrow();
        return List.of(
                Goal.atMost("token, the largest", most, MOST_BYTES, "bytes"),
                Goal.atMost("token, largest less smallest: digits of one number", most - least, MORE_DIGITS, "bytes"));
    }

    void addTo(Report report) {
        report.add(table);
    }
}
