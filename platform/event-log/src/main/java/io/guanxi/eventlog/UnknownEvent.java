package io.guanxi.eventlog;

/**
 * A stored event bears a name that the {@link EventCatalogue} does not know, or an event is recorded whose class it does
 * not know. It is never skipped: a reader that meets it stops until a version that knows the name is deployed.
 */
public final class UnknownEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownEvent(String message) {
        super(message);
    }
}
