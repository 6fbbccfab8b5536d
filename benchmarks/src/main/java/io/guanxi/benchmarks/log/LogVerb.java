package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./guanxi bench log}. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = {
            "The event log against axon-mongo, Axon's JPA engine on PostgreSQL, and a bare driver loop.",
            "Ends with a line for each goal. Nothing else should run on the machine meanwhile."
        })
public final class LogVerb implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Option(names = "--home", required = true, hidden = true)
    private Path home = Path.of("");

    @Option(names = "--quick", description = "Fewer runs and smaller logs: a first impression in under five minutes.")
    private boolean quick;

    @Option(
            names = "--store",
            paramLabel = "URI",
            description =
                    "Measure on this MongoDB instead of the embedded stand-in; databases guanxi_bench_* are dropped.")
    private @Nullable String store;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where event-log.json and event-log.md are written (default: benchmarks/target/results).")
    private @Nullable Path results;

    /** @return 0 if everything was measured, whatever the figures */
    @Override
    public Integer call() throws Exception {
        Path folder = results != null ? results : home.resolve("benchmarks/target/results");
        Report report = new Report(System.out);
        Cleanup cleanup = new Cleanup();
        try (cleanup) {
            measure(cleanup, plan(), report, folder);
            return 0;
        } catch (Exception e) {
            if (cleanup.interrupted()) {
                return INTERRUPTED;
            }
            throw e;
        }
    }

    Plan plan() {
        return quick ? Plan.quick() : Plan.full();
    }

    private void measure(Cleanup cleanup, Plan plan, Report report, Path folder) throws Exception {
        Progress progress = new Progress(System.err);
        progress.step("starting the servers");
        Servers servers = cleanup.add(Servers.start(cleanup, store, true));
        int processors = Runtime.getRuntime().availableProcessors();
        String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        report.circumstance("server", servers.description());
        report.circumstance("plan", plan.name());
        report.circumstance("started", started);
        report.circumstance("processors", processors);
        report.circumstance("java", Runtime.version().toString());
        System.out.println("## The event log and its peers, " + plan.name() + " run");
        System.out.println();
        System.out.println(circumstances(servers, plan, processors));
        System.out.println();
        new LogBenchmark(servers, plan, report, progress).run();
        Duration took = Duration.ofSeconds(progress.seconds());
        report.circumstance("seconds", took.toSeconds());
        report.write(folder, "event-log");
        System.out.println("Took " + took.toSeconds() + " s; figures in " + folder.resolve("event-log.json"));
        System.out.println();
        report.printGoals();
    }

    private static String circumstances(Servers servers, Plan plan, int processors) {
        return processors + " processors, JDK " + Runtime.version().feature()
                + ". One process for all contenders, one for"
                + " the server of all that speak MongoDB's protocol, whose client, concerns (majority) and batches ("
                + MongoContenders.READ_BATCH + " events) are the same. The same events: " + SampleEvents.bytes()
                + " bytes of JSON, made by the same serialiser. Each contender was warmed up for "
                + plan.warmUp().toMillis() * 3 / 2 + " ms."
                + (servers.relational() ? "" : " " + JpaContenders.NAME + ": " + Servers.NO_POSTGRES + ".");
    }
}
