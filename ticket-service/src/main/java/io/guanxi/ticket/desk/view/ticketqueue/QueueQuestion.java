package io.guanxi.ticket.desk.view.ticketqueue;

import io.guanxi.ticket.desk.domain.Channel;
import io.guanxi.ticket.desk.domain.Priority;
import io.guanxi.ticket.desk.domain.Status;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tickets somebody wants to see. What is absent does not matter.
 *
 * @param statuses none for every status
 * @param overdueAt only those with a promise that was due before that time and is still to be kept
 */
public record QueueQuestion(
        String tenant,
        Set<Status> statuses,
        @Nullable String assignee,
        @Nullable String customer,
        @Nullable Channel channel,
        @Nullable Priority priority,
        @Nullable Instant overdueAt,
        Order order) {

    public QueueQuestion {
        statuses = Set.copyOf(statuses);
    }

    /** What comes first. */
    public enum Order {
        /** What is due next; what is not due comes last. */
        DUE,
        /** What was opened last. */
        NEWEST
    }
}
