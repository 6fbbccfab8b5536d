package io.guanxi.ticket.desk.view.ticketdetails;

import io.guanxi.ticket.desk.domain.Status;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Assigned;
import io.guanxi.ticket.desk.domain.TicketEvent.Closed;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the desk has come with a ticket.
 *
 * @param holdReason for what it waits; absent if it does not
 * @param outcome how it was settled; absent if it is not
 * @param resolvedAt absent if it is open again
 */
public record Standing(
        Status status,
        @Nullable String assignee,
        @Nullable String holdReason,
        @Nullable String outcome,
        int reopened,
        @Nullable Instant firstRespondedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        Instant updatedAt) {

    static Standing atFirst(Instant at) {
        return new Standing(Status.NEW, null, null, null, 0, null, null, null, at);
    }

    Standing after(TicketEvent event) {
        return new Standing(
                status.after(event),
                event instanceof Assigned assigned ? assigned.agent() : assignee,
                holdReasonAfter(event),
                event instanceof Resolved resolved ? resolved.outcome() : event instanceof Reopened ? null : outcome,
                event instanceof Reopened ? reopened + 1 : reopened,
                firstRespondedAt == null && isResponse(event) ? event.at() : firstRespondedAt,
                event instanceof Resolved ? event.at() : event instanceof Reopened ? null : resolvedAt,
                event instanceof Closed ? event.at() : closedAt,
                event.at());
    }

    /** A resolution tells the customer something as well. */
    private static boolean isResponse(TicketEvent event) {
        return event instanceof AgentReplied || event instanceof Resolved;
    }

    private @Nullable String holdReasonAfter(TicketEvent event) {
        if (event instanceof Held held) {
            return held.reason();
        }
        return event instanceof Resumed || event instanceof Resolved ? null : holdReason;
    }
}
