package io.guanxi.eventing.view;

import io.guanxi.eventlog.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A view whose documents do not depend on their keys, as most do: an event touches one document, or several in the same way.
 *
 * @param <D> an immutable document: a record that Jackson can write and read
 */
public interface KeylessView<D> extends View<D> {

    /** The document after an event, as {@link View#evolve}. */
    @Nullable
    D evolve(@Nullable D current, RecordedEvent event);

    @Override
    default @Nullable D evolve(String key, @Nullable D current, RecordedEvent event) {
        return evolve(current, event);
    }
}
