package io.guanxi.eventing.log;

import io.guanxi.eventlog.audit.AuditReport;
import org.jspecify.annotations.Nullable;

/** One audit, seen from outside while it runs. */
final class AuditJob {

    enum State {
        RUNNING,
        /** It saw all it should. */
        DONE,
        /** Somebody ended it; its report says how far it came. */
        CANCELLED,
        /** The store went away, or the like. */
        FAILED
    }

    private final long after;
    private volatile boolean cancelled;
    private volatile long position;
    private volatile long end;
    private volatile @Nullable AuditReport report;
    private volatile @Nullable String problem;

    AuditJob(long after) {
        this.after = after;
        this.position = after + 1;
    }

    /** Takes the audit's progress. @return whether it may go on */
    boolean reached(long seen, long logEnd) {
        position = seen;
        end = logEnd;
        return !cancelled;
    }

    void ended(AuditReport seen) {
        position = seen.end();
        end = Math.max(end, seen.end());
        report = seen;
    }

    void failed(Throwable why) {
        problem = why.getClass().getSimpleName();
    }

    /** It ends after the page that it is at. */
    void cancel() {
        cancelled = true;
    }

    State state() {
        AuditReport ended = report;
        if (problem != null) {
            return State.FAILED;
        }
        if (ended == null) {
            return State.RUNNING;
        }
        return cancelled && ended.end() < end ? State.CANCELLED : State.DONE;
    }

    long after() {
        return after;
    }

    /** The position after the last event that was seen. */
    long position() {
        return position;
    }

    /** Where it will end; 0 until it knows. */
    long end() {
        return end;
    }

    @Nullable
    AuditReport report() {
        return report;
    }

    @Nullable
    String problem() {
        return problem;
    }
}
