package io.guanxi.eventlog.chain;

/** Another commit stands where this one should; it is not stored and never will be. */
public final class ConcurrentCommit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConcurrentCommit(Commit commit, String winner) {
        super(commit.stream() + " at " + commit.version() + " is taken by commit " + winner);
    }
}
