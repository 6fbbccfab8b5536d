package io.guanxi.ticket.desk.web;

import io.guanxi.ticket.desk.domain.Channel;
import io.guanxi.ticket.desk.domain.Priority;
import io.guanxi.ticket.desk.domain.Status;
import io.guanxi.ticket.desk.domain.Vocabulary;
import io.guanxi.ticket.desk.view.ticketqueue.QueueQuestion;
import io.guanxi.ticket.desk.view.ticketqueue.QueueQuestion.Order;
import io.guanxi.web.RequestRefused;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for.
 *
 * @param status without it, and without a customer, what is not resolved or closed
 * @param sort {@code due} or {@code newest}; without it the newest of a customer, else what is due next
 */
record TicketListRequest(
        @Nullable List<String> status,
        @Nullable String assignee,
        @Nullable String customerId,
        @Nullable String channel,
        @Nullable String priority,
        @Nullable Boolean overdue,
        @Nullable String sort,
        @Nullable Integer limit) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;
    private static final Set<Status> AT_WORK = EnumSet.of(Status.NEW, Status.OPEN, Status.ON_HOLD);

    QueueQuestion question(String tenant, Instant now) {
        return new QueueQuestion(
                tenant,
                statuses(),
                assignee,
                customer(),
                channel == null ? null : word(Channel.class, "channel", channel),
                priority == null ? null : word(Priority.class, "priority", priority),
                Boolean.TRUE.equals(overdue) ? now : null,
                order());
    }

    int checkedLimit() {
        int wanted = limit == null ? DEFAULT_LIMIT : limit;
        if (wanted < 1 || wanted > MOST) {
            throw RequestRefused.parameter("limit", "must be from 1 to " + MOST);
        }
        return wanted;
    }

    private Set<Status> statuses() {
        if (status == null || status.isEmpty()) {
            return customerId == null ? AT_WORK : Set.of();
        }
        Set<Status> wanted = EnumSet.noneOf(Status.class);
        status.forEach(one -> wanted.add(word(Status.class, "status", one)));
        return wanted;
    }

    private @Nullable String customer() {
        if (customerId != null && !Words.isUuid(customerId)) {
            throw RequestRefused.parameter("customerId", "must be a customer's id, a UUID in lower case");
        }
        return customerId;
    }

    private Order order() {
        if (sort == null) {
            return customerId == null ? Order.DUE : Order.NEWEST;
        }
        return word(Order.class, "sort", sort);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String parameter, String word) {
        return Vocabulary.meaning(type, word)
                .orElseThrow(() -> RequestRefused.parameter(parameter, "must be one of " + Vocabulary.words(type)));
    }
}
