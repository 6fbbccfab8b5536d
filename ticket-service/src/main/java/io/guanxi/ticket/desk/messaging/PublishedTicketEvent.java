package io.guanxi.ticket.desk.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of what is published; their fields are those of the published schemas. */
interface PublishedTicketEvent {

    record Opened(
            String ticketId,
            String customerId,
            String channel,
            String kind,
            String priority,
            Instant dueFirstResponseAt,
            Instant dueResolutionAt)
            implements PublishedTicketEvent {}

    record Assigned(
            String ticketId,
            String customerId,
            String assignee,
            @Nullable String previousAssignee) implements PublishedTicketEvent {}

    record Replied(
            String ticketId,
            String customerId,
            boolean firstResponse,
            @Nullable String author) implements PublishedTicketEvent {}

    record Held(String ticketId, String customerId, String reason) implements PublishedTicketEvent {}

    record Resumed(
            String ticketId, String customerId, @Nullable Instant dueResolutionAt) implements PublishedTicketEvent {}

    record Resolved(String ticketId, String customerId, String resolution) implements PublishedTicketEvent {}

    record Reopened(
            String ticketId,
            String customerId,
            String reason,
            @Nullable Instant dueResolutionAt) implements PublishedTicketEvent {}

    record Closed(String ticketId, String customerId) implements PublishedTicketEvent {}

    record SlaBreached(String ticketId, String customerId, String breach, Instant dueAt)
            implements PublishedTicketEvent {}
}
