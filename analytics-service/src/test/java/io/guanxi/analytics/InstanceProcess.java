package io.guanxi.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance of the service in a process of its own, which can be killed. */
final class InstanceProcess implements AutoCloseable {

    private static final String PORT = "listens on ";

    private final Process process;
    private final Path output;

    private InstanceProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** In the process: says where it listens and lives until it is killed, or whoever started it has ended. */
    public static void main(String[] settings) throws IOException {
        ConfigurableApplicationContext service = AnalyticsService.application().run(settings);
        System.out.println(
                PORT + ((WebServerApplicationContext) service).getWebServer().getPort());
        while (System.in.read() >= 0) {
            // Nobody says anything; the end of what could be said is the end of the other process.
        }
        Runtime.getRuntime().halt(1);
    }

    /** Returns at once. */
    static InstanceProcess start(Path output, List<String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Duser.timezone=UTC",
                "-Daxoniq.update-checker.disabled=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                InstanceProcess.class.getName()));
        command.addAll(settings);
        try {
            return new InstanceProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens, as soon as it does. */
    int awaitPort(Duration deadline) {
        return Awaitility.await("the process listens")
                .atMost(deadline)
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the process has ended: " + said());
                    }
                })
                .until(
                        () -> said().lines()
                                .filter(line -> line.startsWith(PORT))
                                .map(line -> Integer.parseInt(line.substring(PORT.length())))
                                .findFirst()
                                .orElse(0),
                        port -> port > 0);
    }

    /** Whole lines. */
    private String said() {
        try {
            String text = Files.readString(output);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
