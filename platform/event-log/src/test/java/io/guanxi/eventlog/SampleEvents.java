package io.guanxi.eventlog;

import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.chain.StoredEvent;
import java.time.Instant;

/** Events for tests that do not look inside. */
public final class SampleEvents {

    public static final Provenance PROVENANCE = new Provenance(
            "acme", Instant.parse("2020-02-29T12:00:00.123456Z"), "correlation-1", "cause-1", "tester", null);

    private SampleEvents() {}

    public static StoredEvent event(String id) {
        return new StoredEvent(
                id, "sample.happened", "1", "{\"n\":1}", Instant.parse("2020-03-01T08:00:00.000000001Z"), PROVENANCE);
    }
}
