package io.guanxi.eventing.view;

import io.guanxi.eventlog.RecordedEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question that a service answers from documents of its own. A bean of this type is all there is to do: its documents
 * are kept up to date, each event is folded in once, and a rebuild gives the same documents again.
 *
 * @param <D> an immutable document: a record that Jackson can write and read
 */
public interface View<D> {

    /**
     * Lower-case letters, digits and hyphens, such as {@code ticket-details}. It names the collection and the checkpoint:
     * under another name it is another view that starts from zero.
     */
    String name();

    Class<D> document();

    /** The keys of the documents that an event touches; none if the view does not care. A key must not be in it twice. */
    default List<String> keys(RecordedEvent event) {
        return List.of(event.stream());
    }

    /**
     * The document of a key after an event that touches it. Pure: the same arguments give the same answer, today and in a
     * rebuild.
     *
     * @param current null if there is no document
     * @return null if there is none any more; {@code current} itself if the event changes nothing, which saves a write
     */
    @Nullable
    D evolve(String key, @Nullable D current, RecordedEvent event);

    /** What the documents are looked for by, other than their key. */
    default List<ViewIndex> indexes() {
        return List.of();
    }

    /** Where the present state is published; null if nowhere. */
    default @Nullable StateTopic<D> stateTopic() {
        return null;
    }
}
