package io.guanxi.eventlog;

import org.axonframework.modelling.command.ConcurrencyException;

/** Another commit stands where this one should; it is not stored and never will be. */
final class ConcurrentCommit extends ConcurrencyException {

    private static final long serialVersionUID = 1L;

    ConcurrentCommit(Commit commit, String winner) {
        super(commit.stream() + " at " + commit.version() + " is taken by commit " + winner);
    }
}
