package io.guanxi.eventing;

import io.guanxi.eventlog.RecordedEvent;
import java.time.Instant;

/** Recorded events for tests. */
public final class Recorded {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Recorded() {}

    public static RecordedEvent event(long position, String stream, Object payload) {
        return new RecordedEvent(
                "event-" + position,
                stream,
                position,
                position,
                "sample.happened",
                payload,
                "acme",
                START.plusSeconds(position),
                START.plusSeconds(position + 1),
                "correlation",
                "cause",
                null,
                null);
    }
}
