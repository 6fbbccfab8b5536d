package io.guanxi.eventing.view;

import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Violation;
import io.guanxi.eventing.publish.EventingJson;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A compacted topic that holds the present state of each document under its key. A document that is no more is a
 * tombstone.
 *
 * @param topic its name, which is also the type of what is published
 * @param keys of which documents the state is published at all
 * @param body what is published of a document; null publishes a tombstone
 */
public record StateTopic<D>(String topic, Predicate<String> keys, Function<D, @Nullable Object> body) {

    public static <D> StateTopic<D> of(String topic, Function<D, @Nullable Object> body) {
        return new StateTopic<>(topic, key -> true, body);
    }

    /** Publishes some of a view's documents; the others are for its own use. */
    public static <D> StateTopic<D> of(String topic, Predicate<String> keys, Function<D, @Nullable Object> body) {
        return new StateTopic<>(topic, keys, body);
    }

    /** In what a document's published state does not fulfil its schema. For a service's tests. */
    public List<Violation> violations(D document) {
        Object published = body.apply(document);
        return published == null
                ? List.of()
                : SchemaCatalogue.published()
                        .validate(topic, EventingJson.mapper().writeValueAsBytes(published));
    }
}
