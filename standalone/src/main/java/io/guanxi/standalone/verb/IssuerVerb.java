package io.guanxi.standalone.verb;

import io.guanxi.standalone.issuer.Issuer;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The development issuer alone, for services that run in containers of their own. */
@Command(
        name = "issuer",
        mixinStandardHelpOptions = true,
        description = "Serves development tokens alone, for services in containers. Not for production.")
public final class IssuerVerb implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--address", description = "Where to listen (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(names = "--port", description = "(default: ${DEFAULT-VALUE})")
    private int port = 8085;

    @Override
    public Integer call() throws InterruptedException {
        LogFile.of(data.layout()).use();
        Issuer issuer = Issuer.start(data.layout(), address, port, (service, on) -> {
            throw new IllegalArgumentException("service: " + service + " (expected: none, this is the issuer alone)");
        });
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            issuer.close();
                            stopped.countDown();
                        },
                        "stop"));
        stopped.await();
        return 0;
    }
}
