package io.guanxi.ticket.desk.view.ticketdetails;

import io.guanxi.contracts.Topics;
import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.StateTopic;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A document for each ticket, and its state as a table for others. */
@Component
class TicketDetailsView implements KeylessView<TicketDetails> {

    @Override
    public String name() {
        return "ticket-details";
    }

    @Override
    public Class<TicketDetails> document() {
        return TicketDetails.class;
    }

    @Override
    public @Nullable TicketDetails evolve(@Nullable TicketDetails current, RecordedEvent event) {
        if (!(event.payload() instanceof TicketEvent happened)) {
            return current;
        }
        if (happened instanceof Opened opened) {
            return TicketDetails.opened(opened, event);
        }
        return current == null ? null : current.after(happened, event);
    }

    @Override
    public StateTopic<TicketDetails> stateTopic() {
        return StateTopic.of(Topics.TICKET_STATE, PublishedTicket::of);
    }
}
