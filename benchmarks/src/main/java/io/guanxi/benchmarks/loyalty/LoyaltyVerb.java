package io.guanxi.benchmarks.loyalty;

import io.guanxi.acceptance.ScriptedPlatform;
import io.guanxi.benchmarks.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./guanxi bench loyalty}. */
@Command(
        name = "loyalty",
        mixinStandardHelpOptions = true,
        description = {
            "How long it takes to try a draft on a year of many accounts; how long a basket waits for its quote, for",
            "points to be kept aside, and for them to be spent.",
            "Ends with a line for each goal. Nothing else should run on the machine meanwhile."
        })
public final class LoyaltyVerb implements Callable<Integer> {

    @Option(names = "--home", required = true, hidden = true)
    private Path home = Path.of("");

    @Option(names = "--quick", description = "A shorter load: a first impression.")
    private boolean quick;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where loyalty.json and loyalty.md are written (default: benchmarks/target/results).")
    private @Nullable Path results;

    /** @return 0 if everything was measured, whatever the figures */
    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out);
        report.circumstance("processors", Runtime.getRuntime().availableProcessors());
        report.circumstance("java", Runtime.version().toString());
        new RehearsalBenchmark(report).run(quick ? 2_000 : 10_000);
        try (ScriptedPlatform platform = ScriptedPlatform.on(home).start()) {
            new CheckoutBenchmark(platform, report).run(Duration.ofSeconds(quick ? 8 : 30));
        }
        report.write(results != null ? results : home.resolve("benchmarks/target/results"), "loyalty");
        report.printGoals();
        return 0;
    }
}
