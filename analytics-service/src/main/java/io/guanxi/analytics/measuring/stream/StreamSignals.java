package io.guanxi.analytics.measuring.stream;

import io.guanxi.eventing.signals.EventingSignals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the topology does. Safe for threads. */
final class StreamSignals {

    private final MeterRegistry meters;
    private final Counter published;
    private final Counter rescored;
    private final Counter late;
    private final Counter standings;

    StreamSignals(MeterRegistry meters) {
        this.meters = meters;
        this.published = meters.counter(AnalyticsSignals.VALUES_PUBLISHED.meter());
        this.standings = meters.counter(AnalyticsSignals.STANDINGS_CHANGED.meter());
        this.late = meters.counter(AnalyticsSignals.EVENTS_LATE.meter());
        this.rescored = meters.counter(AnalyticsSignals.VALUES_RESCORED.meter());
    }

    void eventLate() {
        late.increment();
    }

    void standingChanged() {
        standings.increment();
    }

    void valuePublished() {
        published.increment();
    }

    void valueRescored() {
        rescored.increment();
    }

    void deadLetter(String topic, String reason) {
        meters.counter(EventingSignals.DEAD_LETTERS.meter(), "topic", topic, "reason", reason)
                .increment();
    }
}
