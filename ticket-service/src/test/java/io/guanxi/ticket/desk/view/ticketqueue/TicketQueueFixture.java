package io.guanxi.ticket.desk.view.ticketqueue;

import io.guanxi.eventing.view.View;

/** The view, for tests of other packages. */
public final class TicketQueueFixture {

    private TicketQueueFixture() {}

    public static View<QueueEntry> view() {
        return new TicketQueueView();
    }
}
