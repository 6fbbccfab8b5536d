package io.guanxi.eventing.follow;

import io.guanxi.eventlog.RecordedEvent;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a follower does with the events of the log. Called by one thread at a time. */
public interface Work {

    /** Names the checkpoint. */
    String name();

    /**
     * Does what these events ask for. They come in the order of the log, and again if this fails, if the process dies, or if
     * the checkpoint cannot be written.
     */
    void apply(List<RecordedEvent> events);

    /**
     * Somebody else has taken over while {@link #apply} ran or failed: what it did late must not stay the last word. Called
     * again until it succeeds.
     */
    default void overtaken(List<RecordedEvent> events) {}

    /**
     * A piece of work beside the stream, by the same right, between two batches.
     *
     * <p>It is called before the first batch of each turn as owner: what a former owner may still do late can be made
     * harmless there.
     *
     * @param position the last event that {@link #apply} has done
     * @param stillOurs asks the store whether the right is still here; it may be lost right after
     * @return true if there is more of it to do at once
     */
    default boolean aside(long position, BooleanSupplier stillOurs) {
        return false;
    }

    /** This instance does no more work until it is called again: what was kept open can be closed. */
    default void released() {}
}
