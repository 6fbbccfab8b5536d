package io.guanxi.eventlog.chain;

import io.guanxi.eventlog.signals.EventLogMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets commits that wait at the same time share one round trip. While one group is on its way the next one gathers, so a
 * lone writer never waits for company. Callers wait in {@link #append}; how many wait is bounded by how many threads call.
 */
public final class GroupCommit implements AutoCloseable {

    private final LinkedBlockingQueue<Append> queue = new LinkedBlockingQueue<>();
    private final ChainWriter writer;
    private final EventLogMetrics metrics;
    private final int mostCommits;
    private final long mostBytes;
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Append carried;

    GroupCommit(ChainWriter writer, EventLogMetrics metrics, int mostCommits, long mostBytes) {
        this.writer = writer;
        this.metrics = metrics;
        this.mostCommits = mostCommits;
        this.mostBytes = mostBytes;
        this.thread = Thread.ofPlatform().name("event-log-writer").daemon().unstarted(this::run);
    }

    /**
     * Starts a writer of this process.
     *
     * @param patience how long a write is tried again while the store is away, before its caller is told
     * @param mostCommits the most commits that share one round trip
     * @param mostBytes the most bytes that share one round trip; a single commit may have more
     */
    public static GroupCommit over(
            ChainStore store, Duration patience, int mostCommits, long mostBytes, EventLogMetrics metrics) {
        ChainWriter writer = new ChainWriter(store, metrics, () -> Patience.of(patience));
        GroupCommit commits = new GroupCommit(writer, metrics, mostCommits, mostBytes);
        commits.start();
        return commits;
    }

    void start() {
        thread.start();
    }

    /**
     * Returns when the commit is durable. An interrupt does not end the wait, since the commit would be stored all the same.
     *
     * @return the position of its first event
     */
    public long append(Commit commit) {
        if (closed) {
            throw new IllegalStateException("the event log is closed");
        }
        Append append = new Append(commit);
        long started = System.nanoTime();
        queue.add(append);
        if (closed && queue.remove(append)) {
            throw new IllegalStateException("the event log is closed");
        }
        try {
            return append.outcome().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            metrics.append().record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    private void run() {
        List<Append> group = new ArrayList<>();
        try {
            while (!closed || carried != null || !queue.isEmpty()) {
                gather(group);
                write(group);
                group.clear();
            }
        } catch (InterruptedException impatient) {
            queue.drainTo(group);
            group.forEach(append -> append.gaveUp(new IllegalStateException("the event log was closed", impatient)));
        }
    }

    private void write(List<Append> group) {
        try {
            writer.write(group);
        } catch (RuntimeException | Error bug) {
            group.forEach(append -> append.outcome().completeExceptionally(bug));
        }
    }

    private void gather(List<Append> group) throws InterruptedException {
        Append first = carried != null ? carried : queue.poll(100, TimeUnit.MILLISECONDS);
        carried = null;
        long bytes = 0;
        for (Append append = first; append != null; append = queue.poll()) {
            bytes += append.commit().bytes();
            if (!group.isEmpty() && bytes > mostBytes) {
                carried = append;
                return;
            }
            group.add(append);
            if (group.size() == mostCommits) {
                return;
            }
        }
    }

    /** Stores what waits, and takes no more. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
