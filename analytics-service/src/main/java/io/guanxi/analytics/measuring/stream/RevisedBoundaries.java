package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Boundaries;
import java.time.Instant;

/**
 * Boundaries in force, as they were published.
 *
 * @param version what scores name
 * @param revisedAt the event time of the revision
 */
public record RevisedBoundaries(int version, Instant revisedAt, Boundaries boundaries) {}
