package io.guanxi.eventing.view;

import io.guanxi.eventlog.RecordedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document in the course of a batch.
 *
 * @param readPosition the position that the stored document had, {@link #NOT_STORED} if there was none
 * @param position after the batch; higher than {@code readPosition} if the document is to be written
 * @param happened when that happened which changed it last
 * @param document null if there is none (any more)
 */
record Folded<D>(
        long readPosition,
        long position,
        Instant happened,
        @Nullable D document) {

    static final long NOT_STORED = -1;

    static <D> Folded<D> absent() {
        return new Folded<>(NOT_STORED, NOT_STORED, Instant.EPOCH, null);
    }

    static <D> Folded<D> stored(long position, Instant happened, @Nullable D document) {
        return new Folded<>(position, position, happened, document);
    }

    /** Whether there is, or was, such a document. */
    boolean isKnown() {
        return position != NOT_STORED;
    }

    boolean isChanged() {
        return position != readPosition;
    }

    /** The document after an event; one that it has seen changes nothing. */
    Folded<D> with(View<D> view, String key, RecordedEvent event) {
        if (event.position() <= position) {
            return this;
        }
        D next = view.evolve(key, document, event);
        return next == document ? this : new Folded<>(readPosition, event.position(), event.happened(), next);
    }
}
