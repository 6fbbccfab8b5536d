package io.guanxi.ticket.desk.view.ticketqueue;

import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A line for each ticket. */
@Component
class TicketQueueView implements KeylessView<QueueEntry> {

    static final String TENANT = "tenant";
    static final String DONE = "done";
    static final String STATUS = "status";
    static final String ASSIGNEE = "assignee";
    static final String CUSTOMER = "customerId";
    static final String CHANNEL = "channel";
    static final String PRIORITY = "priority";
    static final String NEXT_DUE = "nextDue";
    static final String OPENED = "openedAt";

    @Override
    public String name() {
        return "ticket-queue";
    }

    @Override
    public Class<QueueEntry> document() {
        return QueueEntry.class;
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(
                ViewIndex.on(TENANT, DONE, NEXT_DUE),
                ViewIndex.on(TENANT, DONE, OPENED),
                ViewIndex.on(TENANT, ASSIGNEE, NEXT_DUE),
                ViewIndex.on(TENANT, CUSTOMER, OPENED));
    }

    @Override
    public @Nullable QueueEntry evolve(@Nullable QueueEntry current, RecordedEvent event) {
        if (!(event.payload() instanceof TicketEvent happened)) {
            return current;
        }
        if (happened instanceof Opened opened) {
            return QueueEntry.opened(opened, event);
        }
        return current == null ? null : current.after(happened, event);
    }
}
