package io.guanxi.eventlog.chain;

import java.time.Instant;

/** One event as it stands in the log; {@code body} is JSON text. */
public record StoredEvent(
        String id, String name, String revision, String body, Instant recorded, Provenance provenance) {}
