package io.guanxi.eventing.log;

/** A log cannot be restored now; nothing was changed. The message says why, and what to do. */
public final class RestoreRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RestoreRefused(String message) {
        super(message);
    }
}
