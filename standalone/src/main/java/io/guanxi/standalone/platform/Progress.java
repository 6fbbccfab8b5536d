package io.guanxi.standalone.platform;

import java.io.PrintStream;
import java.util.Locale;

/** Says on the console how far a start has come, with the seconds since the process began. */
public final class Progress {

    private final PrintStream console;

    public Progress(PrintStream console) {
        this.console = console;
    }

    void step(String what) {
        console.printf(Locale.ROOT, "%6.1f s  %s%n", secondsSinceStart(), what);
        console.flush();
    }

    static double secondsSinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> (System.currentTimeMillis() - start.toEpochMilli()) / 1000.0)
                .orElse(0.0);
    }
}
