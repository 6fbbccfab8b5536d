package io.guanxi.ticket.desk.view.ticketdetails;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket.
 *
 * @param what the event's name
 * @param by the subject of who did it; absent for what time did
 * @param detail the agent, the reason, the outcome or the promise that it is about
 */
public record Step(
        Instant at,
        String what,
        @Nullable String by,
        @Nullable String detail) {}
