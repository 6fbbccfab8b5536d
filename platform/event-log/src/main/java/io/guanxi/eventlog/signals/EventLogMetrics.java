package io.guanxi.eventlog.signals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.LongSupplier;

/** Counts what {@link EventLogSignals} names. */
public final class EventLogMetrics {

    private final MeterRegistry registry;
    private final Timer append;
    private final DistributionSummary groupSize;
    private final Counter conflicts;
    private final Counter collisions;
    private final Counter lostReplies;
    private final Counter commandRetries;

    public EventLogMetrics(MeterRegistry registry) {
        this.registry = registry;
        append = Timer.builder(EventLogSignals.APPEND.meter())
                .description(EventLogSignals.APPEND.description())
                .publishPercentileHistogram()
                .register(registry);
        groupSize = DistributionSummary.builder(EventLogSignals.GROUP_SIZE.meter())
                .description(EventLogSignals.GROUP_SIZE.description())
                .register(registry);
        conflicts = counter(EventLogSignals.CONFLICTS, registry);
        collisions = counter(EventLogSignals.COLLISIONS, registry);
        lostReplies = counter(EventLogSignals.LOST_REPLIES, registry);
        commandRetries = counter(EventLogSignals.COMMAND_RETRIES, registry);
    }

    public Timer append() {
        return append;
    }

    public void grouped(int commits) {
        groupSize.record(commits);
    }

    public void conflicted() {
        conflicts.increment();
    }

    public void collided() {
        collisions.increment();
    }

    public void replyLost() {
        lostReplies.increment();
    }

    public void commandRetried() {
        commandRetries.increment();
    }

    /** Both are asked whenever somebody looks. */
    public void following(LongSupplier tailLag, LongSupplier readerLag) {
        gauge(EventLogSignals.TAIL_LAG, tailLag);
        gauge(EventLogSignals.READER_LAG, readerLag);
    }

    private void gauge(EventLogSignals signal, LongSupplier value) {
        Gauge.builder(signal.meter(), value, LongSupplier::getAsLong)
                .description(signal.description())
                .strongReference(true)
                .register(registry);
    }

    private static Counter counter(EventLogSignals signal, MeterRegistry registry) {
        return Counter.builder(signal.meter()).description(signal.description()).register(registry);
    }
}
