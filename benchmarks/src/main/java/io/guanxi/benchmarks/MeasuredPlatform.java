package io.guanxi.benchmarks;

import io.guanxi.acceptance.ScriptedPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A platform whose start was timed and whose process can be looked at. */
final class MeasuredPlatform implements AutoCloseable {

    private final ScriptedPlatform platform;
    private final Duration timeToReady;

    private MeasuredPlatform(ScriptedPlatform platform, Duration timeToReady) {
        this.platform = platform;
        this.timeToReady = timeToReady;
    }

    /** Starts it twice: the second start is the ordinary one, with everything built and the start-up cache there. */
    static MeasuredPlatform start(Path home) throws IOException {
        ScriptedPlatform platform = ScriptedPlatform.on(home).start();
        platform.stop();
        long started = System.nanoTime();
        platform.start();
        return new MeasuredPlatform(platform, Duration.ofNanos(System.nanoTime() - started));
    }

    Duration timeToReady() {
        return timeToReady;
    }

    String bootstrapServers() {
        return platform.bootstrapServers();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return platform.get(path);
    }

    /** Resident memory of the platform's process, in bytes; 0 where the system does not tell. */
    long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(platform.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    long bytesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(platform.data())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(MeasuredPlatform::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Gone meanwhile, as the store's and the broker's files may be.
            return 0;
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
