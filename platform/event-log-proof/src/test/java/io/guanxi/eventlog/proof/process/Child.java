package io.guanxi.eventlog.proof.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another process with a main class of this module, which can be killed, and stopped as by Ctrl-Z. */
public final class Child implements AutoCloseable {

    private static final int LONGEST_SILENCE_SECONDS = 40;

    private final Process process;
    private final BufferedReader output;
    private final PrintWriter input;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /**
     * @param folder for the files that it needs beside its arguments
     * @param clockShift how many milliseconds its wall clock is ahead; 0 for none
     */
    static Child start(Class<?> main, Path folder, long clockShift, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Duser.timezone=UTC",
                "-Daxoniq.update-checker.disabled=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        if (clockShift != 0) {
            command.add("-javaagent:" + ShiftedClock.jar(folder) + "=" + clockShift);
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(arguments);
        try {
            return new Child(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolve(main.getSimpleName() + ".err").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tell(String line) {
        input.println(line);
    }

    /** The next line that it says. */
    String hear() {
        String line = CompletableFuture.supplyAsync(this::line)
                .orTimeout(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        if (line == null) {
            throw new IllegalStateException("the process has ended");
        }
        return line;
    }

    private @Nullable String line() {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill -9} does; also of one that is stopped. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** No thread of it runs until {@link #goOn}; nothing in it notices. */
    public void stop() {
        signal("-STOP");
    }

    public void goOn() {
        signal("-CONT");
    }

    /** Tells it that it is not wanted any more, and waits. */
    public void finish() {
        input.close();
        awaitEnd();
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
