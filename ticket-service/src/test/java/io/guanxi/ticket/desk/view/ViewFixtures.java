package io.guanxi.ticket.desk.view;

import io.guanxi.eventing.view.View;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.ticket.desk.Recorded;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.view.promisesdue.PromisesDueFixture;
import io.guanxi.ticket.desk.view.ticketdetails.TicketDetailsFixture;
import io.guanxi.ticket.desk.view.ticketqueue.TicketQueueFixture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds events into the documents of the views, as the platform does. */
public final class ViewFixtures {

    private ViewFixtures() {}

    public static @Nullable Object details(List<TicketEvent> events) {
        return fold(TicketDetailsFixture.view(), events);
    }

    public static @Nullable Object queueLine(List<TicketEvent> events) {
        return fold(TicketQueueFixture.view(), events);
    }

    public static @Nullable Object promisesDue(List<TicketEvent> events) {
        return fold(PromisesDueFixture.view(), events);
    }

    public static <D> @Nullable D fold(View<D> view, List<TicketEvent> events) {
        D document = null;
        for (RecordedEvent event : Recorded.stream(events)) {
            document = view.evolve(event.stream(), document, event);
        }
        return document;
    }
}
