package io.guanxi.eventing.log;

import io.guanxi.eventlog.archive.ArchiveContent;
import io.guanxi.eventlog.audit.AuditReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Says on a console how an audit, an archive or a restore goes. */
public final class LogTold implements LogTool.Watcher {

    private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private long saidAt = System.nanoTime();

    public LogTold(PrintStream out) {
        this.out = out;
    }

    /** Never ends what it is told of. */
    public boolean progress(long position, long end) {
        if (position > 0 && isTime()) {
            out.printf(Locale.ROOT, "position %,d of %,d%n", position, end);
        }
        return true;
    }

    public void report(AuditReport report) {
        out.printf(
                Locale.ROOT,
                "%,d events in %,d commits of %,d streams, position %d to %d%n",
                report.events(),
                report.commits(),
                report.streams(),
                report.from(),
                report.end());
        out.println("digest " + (report.digest() == null ? "none: a commit cannot be read" : report.digest()));
        if (report.clockWentBack() > 0) {
            out.printf(
                    Locale.ROOT,
                    "note: %,d commits bear an earlier time than the one before them, which is no fault%n",
                    report.clockWentBack());
        }
        report.findings().forEach(out::println);
        report.counts().forEach((kind, count) -> out.printf(Locale.ROOT, "%,d findings of %s%n", count, kind.code()));
        out.println(report.clean() ? "clean" : "not clean");
    }

    public void archived(ArchiveContent content, Path file) {
        out.printf(
                Locale.ROOT,
                "%s: %,d events in %,d commits%ndigest %s%n",
                file,
                content.header().to(),
                content.commits(),
                content.digest());
    }

    @Override
    public void step(String what) {
        out.println(what);
    }

    @Override
    public void reached(long position) {
        if (isTime()) {
            out.printf(Locale.ROOT, "position %,d%n", position);
        }
    }

    private boolean isTime() {
        boolean isTime = System.nanoTime() - saidAt > EVERY_NANOS;
        if (isTime) {
            saidAt = System.nanoTime();
        }
        return isTime;
    }

    public void restored(String service) {
        out.println("The log of " + service + " is restored; start the service, and it computes the rest.");
    }
}
