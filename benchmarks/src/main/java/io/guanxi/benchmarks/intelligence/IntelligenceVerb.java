package io.guanxi.benchmarks.intelligence;

import io.guanxi.benchmarks.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./guanxi bench intelligence}. */
@Command(
        name = "intelligence",
        mixinStandardHelpOptions = true,
        description = {
            "How long a lifetime model takes to fit and a population to score, beside scipy; what an order takes in the",
            "topology as customers become more, beside DuckDB; memory and state of a customer.",
            "Ends with a line for each goal. Nothing else should run on the machine meanwhile."
        })
public final class IntelligenceVerb implements Callable<Integer> {

    @Option(names = "--home", required = true, hidden = true)
    private Path home = Path.of("");

    @Option(names = "--quick", description = "A tenth of the customers: a first impression.")
    private boolean quick;

    @Option(
            names = "--cdnow",
            paramLabel = "FILE",
            description = "The published sample of the CDNOW data, CDNOW_sample.txt. Without it that fit is left out.")
    private @Nullable Path cdnow;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description =
                    "Where intelligence.json and intelligence.md are written (default: benchmarks/target/results).")
    private @Nullable Path results;

    /** @return 0 if everything was measured, whatever the figures */
    @Override
    public Integer call() throws Exception {
        Report report = new Report(System.out);
        report.circumstance("processors", Runtime.getRuntime().availableProcessors());
        report.circumstance("java", Runtime.version().toString());
        Scale scale = quick ? Scale.QUICK : Scale.WHOLE;
        new FittingBenchmark(report).run(cdnowSample(), scale);
        new TopologyBenchmark(report).run(scale);
        report.write(results != null ? results : home.resolve("benchmarks/target/results"), "intelligence");
        report.printGoals();
        return 0;
    }

    /** The file that was named, or the one beside the project where it is built and tested; null if there is neither. */
    private @Nullable Path cdnowSample() {
        if (cdnow != null) {
            return cdnow;
        }
        Path beside = home.toAbsolutePath().normalize().resolveSibling("shared/data/CDNOW_sample.txt");
        return Files.isReadable(beside) ? beside : null;
    }
}
