package io.guanxi.standalone;

import io.guanxi.embedded.DataFolderInUse;
import io.guanxi.embedded.PortTaken;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong into one line that says what to do. */
final class Explanation {

    private Explanation() {}

    static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof PortTaken taken) {
                return taken.getMessage() + "; GUANXI_PORT moves all ports of the platform";
            }
            if (cause instanceof DataFolderInUse inUse) {
                return inUse.getMessage() + " (./guanxi stop, or --data DIR)";
            }
        }
        Throwable root = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = next(cause)) {
            root = cause;
        }
        String message = root.getMessage();
        return message == null ? root.toString() : message;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause();
    }
}
