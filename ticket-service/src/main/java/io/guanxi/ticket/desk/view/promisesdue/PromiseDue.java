package io.guanxi.ticket.desk.view.promisesdue;

import io.guanxi.ticket.desk.domain.PromiseKind;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Assigned;
import io.guanxi.ticket.desk.domain.TicketEvent.Closed;
import io.guanxi.ticket.desk.domain.TicketEvent.CustomerReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.NoteTaken;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import io.guanxi.ticket.desk.domain.TicketEvent.SlaBreached;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The running promises of one ticket; there is none where no promise runs.
 *
 * @param ticket {@code tenant/ticketId}
 * @param dueAt the earlier of the two
 * @param firstResponseDueAt absent if that promise does not run
 * @param resolutionDueAt absent if that promise does not run
 */
public record PromiseDue(
        String ticket,
        String tenant,
        Instant dueAt,
        @Nullable Instant firstResponseDueAt,
        @Nullable Instant resolutionDueAt) {

    /** What runs after an event; null if nothing does. */
    static @Nullable PromiseDue after(@Nullable PromiseDue current, TicketEvent event, String ticket, String tenant) {
        Instant response = current == null ? null : current.firstResponseDueAt;
        Instant resolution = current == null ? null : current.resolutionDueAt;
        return switch (event) {
            case Opened e ->
                of(ticket, tenant, e.firstResponse().at(), e.resolution().at());
            case AgentReplied e -> of(ticket, tenant, null, resolution);
            case Held e -> of(ticket, tenant, response, null);
            case Resumed e ->
                of(
                        ticket,
                        tenant,
                        response,
                        e.resolution() == null ? null : e.resolution().at());
            case Reopened e ->
                of(
                        ticket,
                        tenant,
                        response,
                        e.resolution() == null ? null : e.resolution().at());
            case Resolved e -> null;
            case SlaBreached e ->
                of(
                        ticket,
                        tenant,
                        e.promise() == PromiseKind.FIRST_RESPONSE ? null : response,
                        e.promise() == PromiseKind.RESOLUTION ? null : resolution);
            case Assigned e -> current;
            case NoteTaken e -> current;
            case CustomerReplied e -> current;
            case Closed e -> current;
        };
    }

    private static @Nullable PromiseDue of(
            String ticket, String tenant, @Nullable Instant response, @Nullable Instant resolution) {
        return Stream.of(response, resolution)
                .<Instant>mapMulti((due, next) -> {
                    if (due != null) {
                        next.accept(due);
                    }
                })
                .min(Comparator.naturalOrder())
                .map(first -> new PromiseDue(ticket, tenant, first, response, resolution))
                .orElse(null);
    }
}
