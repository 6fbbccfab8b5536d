package io.guanxi.eventlog;

import java.time.Instant;

/** One event as it stands in the log; {@code body} is JSON text. */
record StoredEvent(String id, String name, String revision, String body, Instant recorded, Provenance provenance) {}
