package io.guanxi.standalone.verb;

import io.guanxi.standalone.data.DataLayout;
import io.guanxi.standalone.platform.PortPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}, which every verb takes. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that keeps everything (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("data");

    DataLayout layout() {
        return new DataLayout(folder);
    }

    /** The ports of the platform that runs on the folder, else those it would get. */
    PortPlan ports() {
        Path ports = layout().run("port");
        return Files.exists(ports)
                ? new PortPlan(Integer.parseInt(DataLayout.read(ports)))
                : PortPlan.fromEnvironment(System.getenv());
    }
}
