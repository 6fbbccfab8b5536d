package io.guanxi.analytics.measuring.stream;

/** Every meter of this service: its name, its tags and what it tells. */
public enum AnalyticsSignals {
    /** Counter: customers whose state was published because their facts changed. */
    VALUES_PUBLISHED("guanxi.analytics.values.published"),
    /** Counter: customers whose state was published because a revision of boundaries changed their scores. */
    VALUES_RESCORED("guanxi.analytics.values.rescored"),
    /** Counter: changes of grade, lapse and segment that were published. */
    STANDINGS_CHANGED("guanxi.analytics.standings.changed"),
    /** Counter: order events that came later than the grace allows for; they are taken in exactly. */
    EVENTS_LATE("guanxi.analytics.events.late"),
    /** Gauge: 1 while the streams run, else 0. */
    STREAMS_RUNNING("guanxi.analytics.streams.running"),
    /** Counter: failures of a stream thread, each followed by a new thread or a new start of all. */
    STREAMS_FAILURES("guanxi.analytics.streams.failures"),
    /** Gauge: order records that are on the topic and not yet handled by this instance. */
    STREAMS_LAG("guanxi.analytics.streams.lag");

    private final String meter;

    AnalyticsSignals(String meter) {
        this.meter = meter;
    }

    public String meter() {
        return meter;
    }
}
