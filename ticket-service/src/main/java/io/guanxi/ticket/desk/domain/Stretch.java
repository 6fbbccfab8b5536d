package io.guanxi.ticket.desk.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a promise ran.
 *
 * @param from when it began to run
 * @param to when it stopped running; absent while it runs
 * @param ended why it stopped; absent while it runs
 * @param calendar the version of the calendar that counted it
 */
public record Stretch(
        Instant from, @Nullable Instant to, @Nullable Ending ended, String calendar) {

    /** Why a promise no longer runs. */
    public enum Ending {
        ANSWERED,
        BREACHED,
        HELD,
        RESOLVED
    }

    Stretch endedAt(Instant at, Ending why) {
        return new Stretch(from, at, why, calendar);
    }
}
