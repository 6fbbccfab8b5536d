package io.guanxi.ticket.desk.messaging;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventing.relay.Publication;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.ticket.desk.domain.Due;
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
import io.guanxi.ticket.desk.domain.Vocabulary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the world what happens to a customer's tickets, in codes and times. A ticket of nobody who is known is nobody
 * else's business: the published language speaks of customers.
 */
@Component
class TicketPublication implements Publication {

    /** What the published schema allows for an agent's subject. */
    private static final int LONGEST_SUBJECT = 100;

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public List<OutgoingEvent> translate(RecordedEvent recorded) {
        if (!(recorded.payload() instanceof TicketEvent event) || event.customer() == null) {
            return List.of();
        }
        String ticket = recorded.stream().substring(recorded.stream().indexOf('/') + 1);
        String customer = event.customer();
        String key = new CustomerKey(recorded.tenant(), customer).toString();
        return switch (event) {
            case Opened e -> published(key, EventTypes.CRM_TICKET_OPENED, opened(ticket, customer, e));
            case Assigned e ->
                published(
                        key,
                        EventTypes.CRM_TICKET_ASSIGNED,
                        new PublishedTicketEvent.Assigned(ticket, customer, e.agent(), e.previous()));
            case AgentReplied e ->
                published(
                        key,
                        EventTypes.CRM_TICKET_REPLIED,
                        new PublishedTicketEvent.Replied(ticket, customer, e.first(), author(recorded)));
            case Held e ->
                published(key, EventTypes.CRM_TICKET_HELD, new PublishedTicketEvent.Held(ticket, customer, e.reason()));
            case Resumed e ->
                published(
                        key,
                        EventTypes.CRM_TICKET_RESUMED,
                        new PublishedTicketEvent.Resumed(ticket, customer, at(e.resolution())));
            case Resolved e ->
                published(
                        key,
                        EventTypes.CRM_TICKET_RESOLVED,
                        new PublishedTicketEvent.Resolved(ticket, customer, e.outcome()));
            case Reopened e ->
                published(
                        key,
                        EventTypes.CRM_TICKET_REOPENED,
                        new PublishedTicketEvent.Reopened(ticket, customer, reason(e), at(e.resolution())));
            case Closed e ->
                published(key, EventTypes.CRM_TICKET_CLOSED, new PublishedTicketEvent.Closed(ticket, customer));
            case SlaBreached e ->
                published(
                        key,
                        EventTypes.CRM_TICKET_SLA_BREACHED,
                        new PublishedTicketEvent.SlaBreached(
                                ticket, customer, Vocabulary.word(e.promise()), e.dueAt()));
            case NoteTaken e -> List.of();
            case CustomerReplied e -> List.of();
        };
    }

    private static PublishedTicketEvent.Opened opened(String ticket, String customer, Opened e) {
        return new PublishedTicketEvent.Opened(
                ticket,
                customer,
                Vocabulary.word(e.channel()),
                Vocabulary.word(e.kind()),
                Vocabulary.word(e.priority()),
                e.firstResponse().at(),
                e.resolution().at());
    }

    private static String reason(Reopened e) {
        return e.reason() == null ? Vocabulary.word(e.cause()) : e.reason();
    }

    private static @Nullable String author(RecordedEvent recorded) {
        String actor = recorded.actor();
        return actor == null || actor.length() > LONGEST_SUBJECT ? null : actor;
    }

    private static @Nullable Instant at(@Nullable Due due) {
        return due == null ? null : due.at();
    }

    private static List<OutgoingEvent> published(String key, String type, PublishedTicketEvent body) {
        return List.of(new OutgoingEvent(Topics.CRM_TICKETS, key, type, body));
    }
}
