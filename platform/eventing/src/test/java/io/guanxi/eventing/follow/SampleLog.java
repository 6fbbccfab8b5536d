package io.guanxi.eventing.follow;

import io.guanxi.eventing.Recorded;
import io.guanxi.eventlog.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** A log in memory that grows when a test says so, or that has one new event whenever somebody looks. */
final class SampleLog implements EventSource {

    /** How often a reader had to wait for an event. */
    final AtomicInteger silences = new AtomicInteger();

    private final boolean busy;
    private long recorded;

    private SampleLog(long recorded, boolean busy) {
        this.recorded = recorded;
        this.busy = busy;
    }

    static SampleLog of(long recorded) {
        return new SampleLog(recorded, false);
    }

    static SampleLog thatIsBusy() {
        return new SampleLog(0, true);
    }

    synchronized void grow(long events) {
        recorded += events;
        notifyAll();
    }

    @Override
    public synchronized long head() {
        return recorded - 1;
    }

    @Override
    public Feed openAfter(long position) {
        return new Reading(position);
    }

    private synchronized List<RecordedEvent> after(long position, int limit, Duration wait)
            throws InterruptedException {
        if (busy) {
            recorded = Math.max(recorded, position + 2);
        }
        if (head() == position && !wait.isZero()) {
            silences.incrementAndGet();
            TimeUnit.NANOSECONDS.timedWait(this, wait.toNanos());
        }
        return LongStream.rangeClosed(position + 1, Math.min(head(), position + limit))
                .mapToObj(next -> Recorded.event(next, "acme/a", "something"))
                .toList();
    }

    private final class Reading implements Feed {

        private long position;

        Reading(long position) {
            this.position = position;
        }

        @Override
        public List<RecordedEvent> next(int limit, Duration wait) throws InterruptedException {
            List<RecordedEvent> events = after(position, limit, wait);
            position += events.size();
            return events;
        }

        @Override
        public void close() {}
    }
}
