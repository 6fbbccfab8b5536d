package io.guanxi.eventlog.archive;

/** An archive cannot be written, used, or used here; the message says why, and where. */
public final class ArchiveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArchiveRefused(String message) {
        super(message);
    }

    /** @param source what told of it; the message says all that matters */
    ArchiveRefused(String message, Throwable source) {
        super(message);
        addSuppressed(source);
    }
}
