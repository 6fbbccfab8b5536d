package io.guanxi.ticket.desk.view.promisesdue;

import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.ticket.desk.domain.TicketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A document for each ticket with a promise that runs. */
@Component
class PromisesDueView implements KeylessView<PromiseDue> {

    static final String DUE = "dueAt";

    @Override
    public String name() {
        return "promises-due";
    }

    @Override
    public Class<PromiseDue> document() {
        return PromiseDue.class;
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on(DUE));
    }

    @Override
    public @Nullable PromiseDue evolve(@Nullable PromiseDue current, RecordedEvent event) {
        return event.payload() instanceof TicketEvent happened
                ? PromiseDue.after(current, happened, event.stream(), event.tenant())
                : current;
    }
}
