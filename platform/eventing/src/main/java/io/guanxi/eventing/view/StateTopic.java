package io.guanxi.eventing.view;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A compacted topic that holds the present state of each document under its key. A document that is no more is a
 * tombstone.
 *
 * @param topic its name, which is also the type of what is published
 * @param body what is published of a document; null publishes a tombstone
 */
public record StateTopic<D>(String topic, Function<D, @Nullable Object> body) {

    public static <D> StateTopic<D> of(String topic, Function<D, @Nullable Object> body) {
        return new StateTopic<>(topic, body);
    }
}
