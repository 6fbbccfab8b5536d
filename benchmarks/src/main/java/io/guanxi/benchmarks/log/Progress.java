package io.guanxi.benchmarks.log;

import java.io.PrintStream;
import java.util.Locale;

/** Says on the side what is being done, and since when. */
final class Progress {

    private final PrintStream out;
    private final long started = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void step(String what) {
        out.printf(Locale.ROOT, "[%3d s] %s%n", seconds(), what);
    }

    long seconds() {
        return (System.nanoTime() - started) / 1_000_000_000;
    }
}
