package io.guanxi.benchmarks;

import io.guanxi.benchmarks.intelligence.IntelligenceVerb;
import io.guanxi.benchmarks.log.LogVerb;
import io.guanxi.benchmarks.loyalty.LoyaltyVerb;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line behind {@code ./guanxi bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the platform on this machine, on the embedded store unless told otherwise.",
        subcommands = {Benchmarks.PlatformVerb.class, LogVerb.class, LoyaltyVerb.class, IntelligenceVerb.class})
public final class Benchmarks {

    private Benchmarks() {}

    /** Exit status 0 if it was measured, whatever the figures. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
                .execute(arguments));
    }

    private static int explain(Exception failure) {
        System.err.println("The measurement failed:");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            System.err.println("  " + cause);
        }
        return 1;
    }

    @Command(
            name = "platform",
            mixinStandardHelpOptions = true,
            description = "Orders per second through the whole, time to visible, time to ready, memory.")
    static final class PlatformVerb implements Callable<Integer> {

        @Option(names = "--home", required = true, hidden = true)
        private Path home = Path.of("");

        @Option(names = "--orders", description = "How many orders go through (default: ${DEFAULT-VALUE}).")
        private int orders = 20_000;

        @Option(names = "--quick", description = "A fifth of the orders: a first impression in two minutes.")
        private boolean quick;

        @Override
        public Integer call() throws Exception {
            try (MeasuredPlatform platform = MeasuredPlatform.start(home)) {
                new PlatformBenchmark(platform, System.out).run(quick ? orders / 5 : orders);
            }
            return 0;
        }
    }
}
