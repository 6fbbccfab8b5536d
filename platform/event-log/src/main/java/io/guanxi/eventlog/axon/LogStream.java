package io.guanxi.eventlog.axon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** One reader's way through the log, from a position to the end and on. For one thread. */
final class LogStream implements TrackingEventStream {

    private final LogTail tail;

    /** For where the tail is ahead of this reader. */
    private final ReadAhead ahead;

    private final Deque<TrackedEventMessage<?>> read = new ArrayDeque<>();
    /** Up to which {@code read} goes. */
    private long position;

    private volatile long handedOut;
    private volatile @Nullable Runnable onArrival;

    LogStream(LogTail tail, ReadAhead ahead, long position) {
        this.tail = tail;
        this.ahead = ahead;
        this.position = position;
        this.handedOut = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasRead() ? Optional.of(read.getFirst()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable() {
        return hasRead();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!hasRead()) {
            if (!tail.awaitAfter(position, deadline - System.nanoTime())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
        TrackedEventMessage<?> next = read.removeFirst();
        handedOut = read.isEmpty() ? position : ChainedEventStorageEngine.positionOf(next.trackingToken());
        return next;
    }

    /** Up to which the reader has what it can handle. */
    long handedOut() {
        return handedOut;
    }

    private boolean hasRead() {
        boolean mayBeMore = true;
        while (read.isEmpty() && mayBeMore) {
            TailBatch batch = tail.after(position, ahead);
            mayBeMore = batch.last() > position;
            position = batch.last();
            read.addAll(batch.messages());
            if (read.isEmpty()) {
                handedOut = position;
            }
        }
        return !read.isEmpty();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        onArrival = callback;
        return true;
    }

    void arrived() {
        Runnable callback = onArrival;
        if (callback != null) {
            callback.run();
        }
    }

    @Override
    public void close() {
        tail.leave(this);
    }
}
