package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One commit for all who wait for one.
 *
 * <p>A change touches several maps (documents, indexes). A commit therefore starts only when no change is half done, and
 * changes wait while it runs; what was done meanwhile is in the next one. Nobody gets a reply that tells of something
 * that is not committed: neither the writer nor a reader who has seen the change.
 */
final class GroupCommit {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int INTERRUPTED_AT_SHUTDOWN = 11600;

    private final MVStore store;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final ReentrantLock waiting = new ReentrantLock();
    private final Condition ended = waiting.newCondition();
    private final AtomicLong changes = new AtomicLong();
    private final ThreadLocal<Long> seen = ThreadLocal.withInitial(() -> 0L);
    private volatile long committed;

    /** Whether somebody is at it; guarded by the lock of those who wait. */
    private boolean committing;

    private volatile @Nullable RuntimeException failure;

    GroupCommit(MVStore store) {
        this.store = store;
    }

    /** Runs something that changes nothing, and returns when all that it has seen is committed. */
    <T> T read(Supplier<T> work) {
        seen.set(0L);
        try {
            return work.get();
        } finally {
            awaitCommit(seen.get());
        }
    }

    /** Runs a change, and returns when it is committed. */
    <T> T change(Supplier<T> work) {
        seen.set(0L);
        try {
            return whileOpen(work);
        } finally {
            awaitCommit(seen.get());
        }
    }

    private <T> T whileOpen(Supplier<T> work) {
        gate.readLock().lock();
        try {
            return work.get();
        } finally {
            gate.readLock().unlock();
        }
    }

    /** The number of a change that was just made; to be asked for before the change's end. */
    long changed() {
        long number = changes.incrementAndGet();
        saw(number);
        return number;
    }

    /** What this thread does next must not be told before that change is committed. */
    void saw(long change) {
        if (change > seen.get()) {
            seen.set(change);
        }
    }

    long changes() {
        return changes.get();
    }

    /** The first who waits commits for all; those who came too late for that choose the next one. */
    private void awaitCommit(long change) {
        if (committed >= change) {
            return;
        }
        waiting.lock();
        try {
            while (committed < change) {
                if (committing) {
                    ended.awaitUninterruptibly();
                } else {
                    commitForAll();
                }
            }
        } finally {
            waiting.unlock();
        }
    }

    private void commitForAll() {
        committing = true;
        waiting.unlock();
        try {
            commit();
        } finally {
            waiting.lock();
            committing = false;
            ended.signalAll();
        }
    }

    private void commit() {
        gate.writeLock().lock();
        try {
            checkUsable();
            long upTo = changes.get();
            store.commit();
            committed = upTo;
        } catch (MongoServerError e) {
            throw e;
        } catch (RuntimeException e) {
            failure = e;
            LOG.error("The store cannot write and accepts no more changes; it has to be started again", e);
            checkUsable();
        } finally {
            gate.writeLock().unlock();
        }
    }

    private void checkUsable() {
        if (failure != null) {
            throw new MongoServerError(
                    INTERRUPTED_AT_SHUTDOWN, "InterruptedAtShutdown", "The store could not write to its file", failure);
        }
    }

    /** Runs something while no change and no commit is under way. */
    <T> T alone(Supplier<T> work) {
        gate.writeLock().lock();
        try {
            return work.get();
        } finally {
            gate.writeLock().unlock();
        }
    }
}
