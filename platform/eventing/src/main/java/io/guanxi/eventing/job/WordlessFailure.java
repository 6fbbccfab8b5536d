package io.guanxi.eventing.job;

import org.jspecify.annotations.Nullable;

/** Where something failed and of what kind, for the log: the message may quote what somebody has written. */
final class WordlessFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int DEEPEST_CAUSE = 10;

    private WordlessFailure(Throwable failure, @Nullable Throwable cause) {
        super(failure.getClass().getName(), cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    static WordlessFailure of(Throwable failure) {
        return of(failure, DEEPEST_CAUSE);
    }

    private static WordlessFailure of(Throwable failure, int deeper) {
        Throwable cause = failure.getCause();
        return new WordlessFailure(failure, cause == null || deeper == 0 ? null : of(cause, deeper - 1));
    }
}
