package io.guanxi.ticket.desk.view.ticketdetails;

import io.guanxi.ticket.desk.domain.Promise;
import io.guanxi.ticket.desk.domain.PromiseKind;
import io.guanxi.ticket.desk.domain.Status;
import io.guanxi.ticket.desk.domain.Vocabulary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ticket as the state topic shows it: no words of any person. Its fields are those of the published schema. */
record PublishedTicket(
        String ticketId,
        String customerId,
        String channel,
        String kind,
        String priority,
        String status,
        @Nullable Instant dueFirstResponseAt,
        @Nullable Instant dueResolutionAt,
        List<String> breached,
        @Nullable String assignee,
        Instant openedAt,
        @Nullable Instant firstRespondedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        int reopened,
        Instant updatedAt) {

    /** @return null for a ticket of nobody who is known: the published language has tickets of customers only */
    static @Nullable PublishedTicket of(TicketDetails details) {
        Matter matter = details.matter();
        Standing standing = details.standing();
        String customer = matter.customerId();
        return customer == null
                ? null
                : new PublishedTicket(
                        details.ticketId(),
                        customer,
                        Vocabulary.word(matter.channel()),
                        Vocabulary.word(matter.kind()),
                        Vocabulary.word(matter.priority()),
                        status(standing.status()),
                        due(details, PromiseKind.FIRST_RESPONSE),
                        due(details, PromiseKind.RESOLUTION),
                        breached(details),
                        standing.assignee(),
                        matter.openedAt(),
                        standing.firstRespondedAt(),
                        standing.resolvedAt(),
                        standing.closedAt(),
                        standing.reopened(),
                        standing.updatedAt());
    }

    private static String status(Status status) {
        return switch (status) {
            case NEW, OPEN -> "open";
            case ON_HOLD -> "held";
            case RESOLVED -> "resolved";
            case CLOSED -> "closed";
        };
    }

    private static @Nullable Instant due(TicketDetails details, PromiseKind kind) {
        return details.promises()
                .of(kind)
                .filter(Promise::awaited)
                .map(Promise::dueAt)
                .orElse(null);
    }

    private static List<String> breached(TicketDetails details) {
        return details.promises().made().stream()
                .filter(promise -> promise.state() == Promise.State.MISSED)
                .map(promise -> Vocabulary.word(promise.kind()))
                .toList();
    }
}
