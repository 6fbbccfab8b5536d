package io.guanxi.ticket.desk.domain.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of real time.
 *
 * @param from its first instant
 * @param to the first instant after it
 */
public record Span(Instant from, Instant to) {

    public Duration length() {
        return Duration.between(from, to);
    }
}
