package io.guanxi.ticket.desk.domain;

import java.time.Duration;

/**
 * How soon the desk promises to act, in business time.
 *
 * @param firstResponse from the opening to the first public answer of an agent
 * @param resolution from the opening to the resolution, not counting time on hold
 */
public record Targets(Duration firstResponse, Duration resolution) {

    public Targets {
        if (!firstResponse.isPositive() || !resolution.isPositive()) {
            throw new IllegalArgumentException(
                    "targets: " + firstResponse + ", " + resolution + " (expected: more than no time)");
        }
        if (firstResponse.compareTo(resolution) > 0) {
            throw new IllegalArgumentException("first response: " + firstResponse + " (expected: no longer than the"
                    + " resolution, " + resolution + ")");
        }
    }
}
