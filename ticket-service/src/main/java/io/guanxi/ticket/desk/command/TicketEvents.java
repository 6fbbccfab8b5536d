package io.guanxi.ticket.desk.command;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.ticket.desk.domain.TicketEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names under which this service's events are stored, for ever. */
@Configuration(proxyBeanMethods = false)
public class TicketEvents {

    @Bean
    public static EventCatalogue eventCatalogue() {
        return EventCatalogue.builder()
                .event("ticket.opened", TicketEvent.Opened.class)
                .event("ticket.assigned", TicketEvent.Assigned.class)
                .event("ticket.agent-replied", TicketEvent.AgentReplied.class)
                .event("ticket.note-taken", TicketEvent.NoteTaken.class)
                .event("ticket.customer-replied", TicketEvent.CustomerReplied.class)
                .event("ticket.held", TicketEvent.Held.class)
                .event("ticket.resumed", TicketEvent.Resumed.class)
                .event("ticket.resolved", TicketEvent.Resolved.class)
                .event("ticket.reopened", TicketEvent.Reopened.class)
                .event("ticket.closed", TicketEvent.Closed.class)
                .event("ticket.sla-breached", TicketEvent.SlaBreached.class)
                .build();
    }
}
