package io.guanxi.benchmarks.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The embedded store in a process and a folder of its own. */
public final class StoreProcess implements AutoCloseable {

    private static final String HEAP = "-Xmx1500m";

    private final TemporaryFolder folder;
    private final Process process;
    private final String uri;

    private StoreProcess(TemporaryFolder folder, Process process, String uri) {
        this.folder = folder;
        this.process = process;
        this.uri = uri;
    }

    /** @throws IOException if the process ends before it says where it listens; tells what it said instead */
    public static StoreProcess start() throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        Path errors = folder.path().resolve("errors");
        Process process = new ProcessBuilder(command(folder.path().resolve("data")))
                .redirectError(errors.toFile())
                .start();
        String uri = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (uri == null) {
            String said = Files.readString(errors);
            folder.close();
            throw new IOException("the embedded store did not start: " + said);
        }
        return new StoreProcess(folder, process, uri);
    }

    private static List<String> command(Path data) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ServedStore.class.getName(),
                data.toString());
    }

    public String uri() {
        return uri;
    }

    /** Ends the server in good order and says how large its data is then. */
    long bytesAfterStop() throws IOException {
        stop();
        try (Stream<Path> files = Files.walk(folder.path().resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void stop() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        stop();
        folder.close();
    }
}
