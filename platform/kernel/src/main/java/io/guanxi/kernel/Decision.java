package io.guanxi.kernel;

import java.util.List;

/**
 * What a decider answers: the events that happen, or the reason why nothing does.
 *
 * @param <E> the events of the deciding domain
 * @param <R> its reasons to refuse
 */
public sealed interface Decision<E, R extends Reason> {

    /** The command is accepted. An empty list means that what it asks for is already so. */
    record Accepted<E, R extends Reason>(List<E> events) implements Decision<E, R> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The command is refused; nothing happens. */
    record Refused<E, R extends Reason>(R reason) implements Decision<E, R> {}

    @SafeVarargs
    static <E, R extends Reason> Decision<E, R> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    static <E, R extends Reason> Decision<E, R> accept(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    /** Accepted, and already so: a repeated command has one effect. */
    static <E, R extends Reason> Decision<E, R> nothing() {
        return new Accepted<>(List.of());
    }

    static <E, R extends Reason> Decision<E, R> refuse(R reason) {
        return new Refused<>(reason);
    }
}
