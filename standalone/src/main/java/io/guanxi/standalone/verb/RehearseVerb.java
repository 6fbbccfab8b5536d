package io.guanxi.standalone.verb;

import io.guanxi.standalone.data.DataLayout;
import io.guanxi.standalone.platform.Platform;
import io.guanxi.standalone.platform.PortPlan;
import io.guanxi.standalone.platform.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts a platform on ports out of the way and stops it again, so that the start-up cache knows what a start loads. */
@Command(
        name = "rehearse",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Starts and stops once, to make the start-up cache.")
public final class RehearseVerb implements Callable<Integer> {

    private static final PortPlan OUT_OF_THE_WAY = new PortPlan(48_080);

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        DataLayout layout = data.layout();
        LogFile.of(layout).use();
        Platform.start(layout, OUT_OF_THE_WAY, new Progress(System.out)).close();
        return 0;
    }
}
