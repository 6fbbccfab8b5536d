package io.guanxi.ticket.desk.domain;

import io.guanxi.ticket.desk.domain.Stretch.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise of time for one ticket, and how it fares.
 *
 * @param kind what is promised
 * @param state how it fares
 * @param within the business time that was promised at the opening
 * @param serviceLevel the version of the promises in force at the opening
 * @param dueAt the last instant in time; while paused, what it was before the pause
 * @param left the business time that was left when it paused or was kept; absent while it runs and when missed
 * @param keptAt when that which was promised was done, in time or late; absent while it is not
 * @param stretches when it ran, in order
 */
public record Promise(
        PromiseKind kind,
        State state,
        Duration within,
        String serviceLevel,
        Instant dueAt,
        @Nullable Duration left,
        @Nullable Instant keptAt,
        List<Stretch> stretches) {

    /** How a promise fares. */
    public enum State {
        RUNNING,
        PAUSED,
        MET,
        /** Broken, and so for good, even if what was promised is done later. */
        MISSED
    }

    public Promise {
        stretches = List.copyOf(stretches);
    }

    static Promise made(PromiseKind kind, Duration within, String serviceLevel, Instant at, Due due) {
        return new Promise(
                kind,
                State.RUNNING,
                within,
                serviceLevel,
                due.at(),
                null,
                null,
                List.of(new Stretch(at, null, null, due.calendar())));
    }

    /** Whether it is broken at that time: in time is up to and including the due instant. */
    boolean isBrokenAt(Instant at) {
        return state == State.RUNNING && at.isAfter(dueAt);
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether what was promised is still to be done. */
    public boolean stillOwed() {
        return keptAt == null;
    }

    /** Whether the clock has something to say about it: it is still to be done, and not put off. */
    public boolean awaited() {
        return stillOwed() && state != State.PAUSED;
    }

    /** The version of the calendar that counts it. */
    String calendar() {
        return stretches.getLast().calendar();
    }

    Promise paused(Instant at, @Nullable Duration rest) {
        return isRunning() ? with(State.PAUSED, dueAt, rest, keptAt, ended(at, Ending.HELD)) : this;
    }

    Promise runningAgain(Instant at, Due due) {
        List<Stretch> more = new ArrayList<>(stretches);
        more.add(new Stretch(at, null, null, due.calendar()));
        return with(State.RUNNING, due.at(), null, null, more);
    }

    /** What was promised is to be done once more, but the promise stays broken. */
    Promise owedAgain() {
        return with(state, dueAt, left, null, stretches);
    }

    Promise kept(Instant at, @Nullable Duration rest, Ending why) {
        return switch (state) {
            case RUNNING -> with(State.MET, dueAt, rest, at, ended(at, why));
            case PAUSED -> with(State.MET, dueAt, rest, at, stretches);
            case MET -> this;
            case MISSED -> keptAt == null ? with(State.MISSED, dueAt, null, at, stretches) : this;
        };
    }

    Promise broken() {
        return with(State.MISSED, dueAt, null, null, ended(dueAt, Ending.BREACHED));
    }

    private List<Stretch> ended(Instant at, Ending why) {
        List<Stretch> all = new ArrayList<>(stretches);
        all.add(all.removeLast().endedAt(at, why));
        return all;
    }

    private Promise with(State next, Instant due, @Nullable Duration rest, @Nullable Instant done, List<Stretch> ran) {
        return new Promise(kind, next, within, serviceLevel, due, rest, done, ran);
    }
}
