package io.guanxi.ticket.desk.view.ticketdetails;

import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows one ticket with all that has happened to it. */
@Component
public class TicketFile {

    private final ViewStore<TicketDetails> tickets;

    TicketFile(Views views, TicketDetailsView view) {
        this.tickets = views.store(view);
    }

    /** @param ticket {@code tenant/ticketId} */
    public Optional<TicketDetails> find(String ticket) {
        return tickets.find(ticket);
    }
}
