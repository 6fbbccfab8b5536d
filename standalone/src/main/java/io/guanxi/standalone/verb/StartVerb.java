package io.guanxi.standalone.verb;

import io.guanxi.standalone.data.DataLayout;
import io.guanxi.standalone.platform.Platform;
import io.guanxi.standalone.platform.PortPlan;
import io.guanxi.standalone.platform.Progress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the platform and stays until it is told to stop. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Starts everything, says where it listens, and stays until ./guanxi stop or Ctrl-C.")
public final class StartVerb implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--detach", description = "Return when everything is ready and leave it running.")
    private boolean detach;

    @Override
    public Integer call() throws Exception {
        DataLayout layout = data.layout();
        PortPlan ports = PortPlan.fromEnvironment(System.getenv());
        LogFile.of(layout).use();
        Platform platform = Platform.start(layout, ports, new Progress(System.out));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            platform.close();
                            RunningPlatform.forget(layout);
                            stopped.countDown();
                        },
                        "stop"));
        RunningPlatform.announce(layout, ports);
        System.out.println(ReadyMessage.of(layout, ports, detach));
        stopped.await();
        return 0;
    }
}
