package io.guanxi.ticket.desk.view.ticketqueue;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.StoredInstant;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.ticket.desk.domain.Status;
import io.guanxi.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists tickets of one tenant. */
@Component
public class TicketQueue {

    private final ViewStore<QueueEntry> tickets;

    TicketQueue(Views views, TicketQueueView view) {
        this.tickets = views.store(view);
    }

    /** @throws io.guanxi.web.RequestRefused if the cursor is not one of this list */
    public Page<QueueEntry> find(QueueQuestion question, @Nullable String cursor, int limit) {
        return tickets.page(filter(question), sort(question.order()), cursor, limit);
    }

    private static Sort sort(QueueQuestion.Order order) {
        return switch (order) {
            case DUE -> Sort.ascending(TicketQueueView.NEXT_DUE);
            case NEWEST -> Sort.descending(TicketQueueView.OPENED);
        };
    }

    private static Bson filter(QueueQuestion question) {
        List<Bson> all = new ArrayList<>();
        all.add(eq(TicketQueueView.TENANT, question.tenant()));
        addIfSaid(all, TicketQueueView.CUSTOMER, question.customer());
        addIfSaid(all, TicketQueueView.ASSIGNEE, question.assignee());
        addStatuses(all, question.statuses());
        addIfSaid(all, TicketQueueView.CHANNEL, question.channel());
        addIfSaid(all, TicketQueueView.PRIORITY, question.priority());
        if (question.overdueAt() != null) {
            all.add(lt(TicketQueueView.NEXT_DUE, StoredInstant.of(question.overdueAt())));
        }
        return and(all);
    }

    /** Says also whether the work is done if that is clear: that is what the indexes are led by. */
    private static void addStatuses(List<Bson> all, Set<Status> statuses) {
        List<Boolean> done = statuses.stream().map(Status::isDone).distinct().toList();
        if (done.size() == 1) {
            all.add(eq(TicketQueueView.DONE, done.getFirst()));
        }
        if (!statuses.isEmpty()) {
            all.add(in(
                    TicketQueueView.STATUS, statuses.stream().map(Status::name).toList()));
        }
    }

    private static void addIfSaid(List<Bson> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(eq(field, value instanceof Enum<?> word ? word.name() : value));
        }
    }
}
