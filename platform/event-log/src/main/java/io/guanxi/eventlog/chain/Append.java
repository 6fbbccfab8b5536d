package io.guanxi.eventlog.chain;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** A commit on its way into the log, and the promise of its outcome: its position, or an exception. */
final class Append {

    private final Commit commit;
    private final Thread caller;
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();
    private boolean inDoubt;

    /** @param caller who waits for the outcome */
    Append(Commit commit, Thread caller) {
        this.commit = commit;
        this.caller = caller;
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
        wake();
    }

    void lost(String winner) {
        failed(new ConcurrentCommit(commit, winner));
    }

    void gaveUp(RuntimeException cause) {
        failed(
                inDoubt
                        ? new OutcomeUnknown(
                                "no word about commit " + commit.id() + " of " + commit.stream() + " at "
                                        + commit.version(),
                                cause)
                        : cause);
    }

    /** Does nothing if there is an outcome already. */
    void failed(Throwable cause) {
        outcome.completeExceptionally(cause);
        wake();
    }

    void wake() {
        LockSupport.unpark(caller);
    }
}
