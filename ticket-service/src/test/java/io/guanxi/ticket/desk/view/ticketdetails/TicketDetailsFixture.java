package io.guanxi.ticket.desk.view.ticketdetails;

import io.guanxi.eventing.view.View;

/** The view, for tests of other packages. */
public final class TicketDetailsFixture {

    private TicketDetailsFixture() {}

    public static View<TicketDetails> view() {
        return new TicketDetailsView();
    }
}
