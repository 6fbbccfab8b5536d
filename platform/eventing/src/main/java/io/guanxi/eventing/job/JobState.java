package io.guanxi.eventing.job;

import java.util.Locale;

/** Where a job is in its life. */
public enum JobState {
    /** Nobody is at it: it was just asked for, is put off, or was given back by an instance that stopped. */
    WAITING(false),
    /** An instance is at it, or was until it fell silent. */
    RUNNING(false),
    CANCELLED(true),
    DONE(true),
    FAILED(true);

    private final boolean end;

    JobState(boolean end) {
        this.end = end;
    }

    /** Nothing changes any more. */
    public boolean isEnd() {
        return end;
    }

    /** As it is stored, and tagged in meters. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
