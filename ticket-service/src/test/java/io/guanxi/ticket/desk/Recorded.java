package io.guanxi.ticket.desk;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.ticket.desk.command.TicketEvents;
import io.guanxi.ticket.desk.domain.Desk;
import io.guanxi.ticket.desk.domain.TicketEvent;
import java.util.ArrayList;
import java.util.List;

/** Events of one ticket as the log hands them out. */
public final class Recorded {

    private static final EventCatalogue CATALOGUE = TicketEvents.eventCatalogue();

    private Recorded() {}

    public static List<RecordedEvent> stream(List<TicketEvent> events) {
        List<RecordedEvent> recorded = new ArrayList<>();
        for (TicketEvent event : events) {
            int place = recorded.size();
            recorded.add(new RecordedEvent(
                    "event-" + place,
                    Desk.TICKET,
                    place,
                    100 + place,
                    CATALOGUE.nameOf(event.getClass()),
                    event,
                    "acme",
                    event.at(),
                    event.at(),
                    "correlation",
                    null,
                    "agent-7",
                    null));
        }
        return recorded;
    }

    public static RecordedEvent only(TicketEvent event) {
        return stream(List.of(event)).getFirst();
    }
}
