package io.guanxi.eventlog.chain;

import java.util.concurrent.CompletableFuture;

/** A commit on its way into the log, and the promise of its outcome: its position, or an exception. */
final class Append {

    private final Commit commit;
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();
    private boolean inDoubt;

    Append(Commit commit) {
        this.commit = commit;
    }

    Commit commit() {
        return commit;
    }

    CompletableFuture<Long> outcome() {
        return outcome;
    }

    /** A request with this commit is under way whose reply will never be seen. */
    void doubt() {
        inDoubt = true;
    }

    boolean inDoubt() {
        return inDoubt;
    }

    void storedAt(long position) {
        outcome.complete(position);
    }

    void lost(String winner) {
        outcome.completeExceptionally(new ConcurrentCommit(commit, winner));
    }

    void gaveUp(RuntimeException cause) {
        outcome.completeExceptionally(
                inDoubt
                        ? new OutcomeUnknown(
                                "no word about commit " + commit.id() + " of " + commit.stream() + " at "
                                        + commit.version(),
                                cause)
                        : cause);
    }
}
