package io.guanxi.standalone;

import io.guanxi.standalone.verb.ImportVerb;
import io.guanxi.standalone.verb.IssuerVerb;
import io.guanxi.standalone.verb.LogVerb;
import io.guanxi.standalone.verb.RehearseVerb;
import io.guanxi.standalone.verb.ServiceVerb;
import io.guanxi.standalone.verb.SimulateVerb;
import io.guanxi.standalone.verb.StartVerb;
import io.guanxi.standalone.verb.StatusVerb;
import io.guanxi.standalone.verb.TokenVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind {@code ./guanxi}. */
@Command(
        name = "guanxi",
        mixinStandardHelpOptions = true,
        description = "Starts, feeds and asks Guanxi on one machine.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            StartVerb.class,
            StatusVerb.class,
            TokenVerb.class,
            ImportVerb.class,
            SimulateVerb.class,
            ServiceVerb.class,
            LogVerb.class,
            IssuerVerb.class,
            RehearseVerb.class
        })
public final class Guanxi {

    private Guanxi() {}

    /** Exit status: 0 done, 1 could not be done (the reason is on standard error) or findings, 2 asked for in a wrong way. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new Guanxi());
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("guanxi: " + Explanation.of(failure));
            return 1;
        });
        return commandLine.execute(arguments);
    }
}
