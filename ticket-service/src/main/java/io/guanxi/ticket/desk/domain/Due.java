package io.guanxi.ticket.desk.domain;

import java.time.Instant;

/**
 * When something is due, and by which calendar that was found.
 *
 * @param at the last instant that is still in time
 * @param calendar the version of the calendar
 */
public record Due(Instant at, String calendar) {}
