package io.guanxi.eventlog.archive;

import org.jspecify.annotations.Nullable;

/** An archive cannot be written, used, or used here; the message says why, and where. */
public final class ArchiveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArchiveRefused(String message) {
        this(message, null);
    }

    ArchiveRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
