package io.guanxi.eventlog.chain;

import io.guanxi.eventlog.signals.EventLogMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets commits that wait at the same time share one round trip. While one group is on its way the next one gathers, so a
 * lone writer never waits for company; it makes the trip itself, with no other thread in between. Of those who wait one
 * leads: it takes all that wait along, and when it is back it leaves the lead to who waits longest.
 */
public final class GroupCommit implements AutoCloseable {

    private final Queue<Append> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean led = new AtomicBoolean();
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final ChainWriter writer;
    private final EventLogMetrics metrics;
    private final int mostCommits;
    private final long mostBytes;
    private volatile boolean closed;

    GroupCommit(ChainWriter writer, EventLogMetrics metrics, int mostCommits, long mostBytes) {
        this.writer = writer;
        this.metrics = metrics;
        this.mostCommits = mostCommits;
        this.mostBytes = mostBytes;
    }

    /**
     * For the writers of this process.
     *
     * @param patience how long a write is tried again while the store is away, before its caller is told
     * @param mostCommits the most commits that share one round trip
     * @param mostBytes the most bytes that share one round trip; a single commit may have more
     */
    public static GroupCommit over(
            ChainStore store, Duration patience, int mostCommits, long mostBytes, EventLogMetrics metrics) {
        ChainWriter writer = new ChainWriter(store, metrics, () -> Patience.of(patience));
        return new GroupCommit(writer, metrics, mostCommits, mostBytes);
    }

    /**
     * Returns when the commit is durable. An interrupt does not end the wait, since the commit would be stored all the same;
     * the caller finds itself interrupted afterwards.
     *
     * @return the position of its first event
     * @throws IllegalStateException if it is closed
     */
    public long append(Commit commit) {
        long started = System.nanoTime();
        gate.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the event log is closed");
            }
            Append append = new Append(commit, Thread.currentThread());
            queue.add(append);
            await(append);
            return append.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            metrics.append().record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            gate.readLock().unlock();
        }
    }

    /**
     * Nobody waits for a lead that nobody takes: who finds it taken has queued before that leader gives it back, and so is
     * seen by it.
     */
    private void await(Append append) {
        boolean interrupted = Thread.interrupted();
        while (!append.outcome().isDone()) {
            if (led.compareAndSet(false, true)) {
                lead();
            } else {
                LockSupport.park(this);
            }
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void lead() {
        try {
            List<Append> group = gather();
            if (!group.isEmpty()) {
                write(group);
            }
        } finally {
            led.set(false);
            Append next = queue.peek();
            if (next != null) {
                next.wake();
            }
        }
    }

    private void write(List<Append> group) {
        try {
            writer.write(group);
        } catch (RuntimeException | Error bug) {
            group.forEach(append -> append.failed(bug));
        }
    }

    private List<Append> gather() {
        List<Append> group = new ArrayList<>();
        long bytes = 0;
        for (Append next = queue.peek(); next != null && group.size() < mostCommits; next = queue.peek()) {
            bytes += next.commit().bytes();
            if (!group.isEmpty() && bytes > mostBytes) {
                break;
            }
            group.add(queue.remove());
        }
        return group;
    }

    /** How many commits wait that nobody has taken along yet. */
    int waiting() {
        return queue.size();
    }

    boolean isOpen() {
        return !closed;
    }

    /** Takes no more, and returns when all that was under way has its outcome. */
    @Override
    public void close() {
        closed = true;
        gate.writeLock().lock();
        gate.writeLock().unlock();
    }
}
