package io.guanxi.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./guanxi} on one data folder and one block of ports. */
public final class Script {

    private static final long PATIENCE_MINUTES = 10;

    private final Path home;
    private final Path data;
    private final int port;

    Script(Path home, Path data, int port) {
        this.home = home;
        this.data = data;
        this.port = port;
    }

    /** Runs a verb to its end. Whatever the verb leaves running in the background goes on. */
    public Result run(String... arguments) throws IOException {
        Path output = Files.createTempFile("guanxi-script-", ".out");
        // A file, because a platform that stays in the background would keep a pipe open.
        Process process = builder(arguments).redirectOutput(output.toFile()).start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(String.join(" ", arguments) + " did not end in time");
            }
            return new Result(
                    String.join(" ", arguments), process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            Files.delete(output);
        }
    }

    /** Starts a verb and returns at once. */
    public Process begin(String... arguments) throws IOException {
        return builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = Stream.of(
                        List.of(home.resolve("guanxi").toString()),
                        Arrays.asList(arguments),
                        List.of("--data", data.toString()))
                .flatMap(List::stream)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GUANXI_PORT", Integer.toString(port));
        return builder;
    }

    /** What a verb said, and how it ended. */
    public record Result(String verb, int exit, String output) {

        /** @throws IOException with everything it said, if it did not end with 0 */
        public Result expectSuccess() throws IOException {
            if (exit != 0) {
                throw new IOException("./guanxi " + verb + " ended with " + exit + ":\n" + output);
            }
            return this;
        }
    }
}
