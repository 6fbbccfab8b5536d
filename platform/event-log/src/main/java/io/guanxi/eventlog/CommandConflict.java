package io.guanxi.eventlog;

/**
 * Others kept changing the same aggregate in between. Nothing of this command is stored; sending it again is safe and
 * likely to succeed.
 */
public final class CommandConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandConflict(String message, Throwable cause) {
        super(message, cause);
    }
}
