package io.guanxi.eventlog.axon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest events, read once for all readers of this process. A commit of this process wakes it at once, one of another
 * process is found at the next poll; then it wakes the readers. One that lags behind reads from the log by itself and joins
 * again when it has caught up.
 */
final class LogTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int MOST_AT_ONCE = 500;

    private final ChainedEventStorageEngine engine;
    private final ReadAhead ahead;
    private final Duration pollInterval;
    private final int mostEvents;
    private final Set<LogStream> readers = new CopyOnWriteArraySet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Condition news = lock.newCondition();
    private final Deque<TrackedEventMessage<?>> recent = new ArrayDeque<>();
    private @Nullable Thread thread;

    /** {@code recent} holds every message after this position, up to {@link #last}. */
    private long before;

    private long last;

    /** Whether the last look at the end of the log failed. */
    private volatile boolean blind;

    private boolean woken;
    private boolean closed;

    LogTail(ChainedEventStorageEngine engine, Duration pollInterval, int mostEvents) {
        this.engine = engine;
        this.ahead = engine.readAhead();
        this.pollInterval = pollInterval;
        this.mostEvents = mostEvents;
    }

    LogStream open(long position) {
        startOnce();
        LogStream stream = new LogStream(this, engine.readAhead(), position);
        readers.add(stream);
        return stream;
    }

    void leave(LogStream stream) {
        readers.remove(stream);
    }

    private void startOnce() {
        lock.lock();
        try {
            if (thread == null && !closed) {
                before = ChainedEventStorageEngine.positionOf(engine.createHeadToken());
                last = before;
                thread = Thread.ofPlatform().name("event-log-tail").daemon().start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    /** There is something new in the log, as far as this process knows. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            wake.signal();
        } finally {
            lock.unlock();
        }
    }

    /** How many events are in the log that this tail has not read yet; 0 while nobody reads. Asks the store. */
    long lag() {
        lock.lock();
        try {
            if (thread == null) {
                return 0;
            }
        } finally {
            lock.unlock();
        }
        return Math.max(0, ChainedEventStorageEngine.positionOf(engine.createHeadToken()) - read());
    }

    /** How many events the reader that is farthest behind has not been handed, of those that this tail has read. */
    long readerLag() {
        long read = read();
        return readers.stream()
                .mapToLong(reader -> Math.max(0, read - reader.handedOut()))
                .max()
                .orElse(0);
    }

    private long read() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** What comes after a position; empty at the end of the log. */
    TailBatch after(long position, ReadAhead ahead) {
        lock.lock();
        try {
            if (thread != null && !blind && position >= before) {
                return recentAfter(position);
            }
        } finally {
            lock.unlock();
        }
        return engine.readBatch(ahead, position);
    }

    private TailBatch recentAfter(long position) {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        long read = Math.max(position, last);
        if (position < last) {
            for (TrackedEventMessage<?> message : recent) {
                long at = ChainedEventStorageEngine.positionOf(message.trackingToken());
                if (at > position && messages.size() >= MOST_AT_ONCE && at > lastOf(messages)) {
                    read = lastOf(messages);
                    break;
                }
                if (at > position) {
                    messages.add(message);
                }
            }
        }
        return new TailBatch(messages, read);
    }

    private static long lastOf(List<TrackedEventMessage<?>> messages) {
        return ChainedEventStorageEngine.positionOf(messages.getLast().trackingToken());
    }

    /**
     * @return whether there may be something after the position; false when the time is up
     * @throws IllegalStateException if the log is closed
     */
    boolean awaitAfter(long position, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (last <= position && !closed) {
                if (left <= 0) {
                    return false;
                }
                left = news.awaitNanos(left);
            }
            if (closed) {
                throw new IllegalStateException("the event log is closed");
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        Duration pause = pollInterval;
        while (rested(pause)) {
            try {
                pause = readOn() ? Duration.ZERO : pollInterval;
                blind = false;
            } catch (RuntimeException | Error e) {
                // Readers then ask for themselves and meet the fault, so that their own health tells of it.
                blind = true;
                LOG.warn("The end of the event log cannot be read; trying again: {}", e.toString());
                pause = LONGEST_PAUSE;
            }
        }
    }

    /** @return false when it is time to end */
    private boolean rested(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!woken && !closed && left > 0) {
                left = wake.awaitNanos(left);
            }
            woken = false;
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean readOn() {
        TailBatch batch = engine.readBatch(ahead, last);
        if (batch.last() == last) {
            return false;
        }
        lock.lock();
        try {
            recent.addAll(batch.messages());
            last = batch.last();
            while (recent.size() > mostEvents) {
                before = ChainedEventStorageEngine.positionOf(
                        recent.removeFirst().trackingToken());
            }
            news.signalAll();
        } finally {
            lock.unlock();
        }
        readers.forEach(LogStream::arrived);
        return true;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wake.signalAll();
            news.signalAll();
        } finally {
            lock.unlock();
        }
        readers.clear();
    }
}
