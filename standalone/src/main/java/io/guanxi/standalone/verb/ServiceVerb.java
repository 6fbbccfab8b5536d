package io.guanxi.standalone.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes one service of the running platform away, or brings it back. */
@Command(
        name = "service",
        mixinStandardHelpOptions = true,
        description = "Takes one service away or brings it back, to see how the others do without it.")
public final class ServiceVerb implements Callable<Integer> {

    private enum Action {
        stop,
        start
    }

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(index = "0", paramLabel = "stop|start")
    private Action action = Action.start;

    @Parameters(index = "1", paramLabel = "NAME", description = "customer, loyalty, ticket, analytics or gateway")
    private String service = "";

    @Override
    public Integer call() throws Exception {
        new DevelopmentTokens(data.layout(), data.ports()).setService(service, action == Action.start);
        System.out.println(service + (action == Action.start ? " runs" : " is stopped"));
        return 0;
    }
}
