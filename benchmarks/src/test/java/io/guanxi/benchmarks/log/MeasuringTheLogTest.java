package io.guanxi.benchmarks.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.benchmarks.report.Goal;
import io.guanxi.benchmarks.report.Report;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole run with numbers so small that its figures mean nothing, on the embedded store alone. */
class MeasuringTheLogTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path results;

    @Test
    @Timeout(60)
    void everyMeasureIsTakenAndEveryGoalJudged() throws Exception {
        Report report = new Report(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (Cleanup cleanup = new Cleanup()) {
            Servers servers = cleanup.add(Servers.start(cleanup, null, false));
            new LogBenchmark(servers, Plan.tiny(), report, new Progress(new PrintStream(new ByteArrayOutputStream())))
                    .run();
        }
        report.write(results, "event-log");

        String text = printed.toString(StandardCharsets.UTF_8);
        assertThat(text)
                .contains("### Commits per second, commits of 1 event")
                .contains("### Events per second, commits of 5 events")
                .contains("### Latency of a commit of 1 event, 50 arrive each second")
                .contains("### Loading one aggregate, milliseconds")
                .contains("### Replay from zero, events per second")
                .contains("### p99 of a commit as the log grows, milliseconds")
                .contains("### Token of a reader as it is stored, bytes")
                .contains("### Bytes stored for an event")
                .contains("embedded stand-in (mongo-java-server on MVStore), not a MongoDB: for comparison only");
        assertThat(report.goals())
                .extracting(Goal::name)
                .contains(
                        "replay against axon-mongo, commits of 1, 100 ms apart",
                        "replay against the bare driver's scan, commits of 5, 100 ms apart",
                        "token, the largest");
        assertThat(report.goals())
                .extracting(Goal::figure)
                .allSatisfy(figure -> assertThat(figure).isNotNaN());
        JsonNode file = new JsonMapper().readTree(Files.readString(results.resolve("event-log.json")));
        assertThat(file.path("tables")
                        .path("Commits per second, commits of 1 event")
                        .propertyNames())
                .containsExactly("1", "4");
        assertThat(file.path("goals")).hasSameSizeAs(report.goals());
    }

    @Test
    @Timeout(60)
    void theFileOfAStoreWithIndexesIsLarger() throws Exception {
        try (Cleanup cleanup = new Cleanup()) {
            Servers servers = cleanup.add(Servers.start(cleanup, null, false));
            Footprints footprints = new Footprints(servers, Plan.tiny());

            long with = footprints.bytesOfFile(MongoContenders.OURS, 1, true);
            long without = footprints.bytesOfFile(MongoContenders.OURS, 1, false);

            assertThat(with).isGreaterThan(without);
            assertThat(without).isGreaterThan(100L * Plan.tiny().footprint());
        }
    }
}
