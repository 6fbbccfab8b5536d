package io.guanxi.standalone.verb;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a token and nothing else. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints a token of the development issuer, good for 12 hours.")
public final class TokenVerb implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--role",
            paramLabel = "R",
            description = "admin, agent, marketer, loyalty-manager, analyst, shop or operator"
                    + " (default: ${DEFAULT-VALUE}).")
    private String role = "admin";

    @Option(names = "--tenant", paramLabel = "T", description = "Whose data (default: ${DEFAULT-VALUE}).")
    private String tenant = "demo";

    @Option(
            names = "--person",
            paramLabel = "P",
            description = "Whom it names, where two persons must agree (default: the same for all tokens).")
    private @Nullable String person;

    @Override
    public Integer call() throws Exception {
        System.out.println(new DevelopmentTokens(data.layout(), data.ports()).token(role, tenant, person));
        return 0;
    }
}
