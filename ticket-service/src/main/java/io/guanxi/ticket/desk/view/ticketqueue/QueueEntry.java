package io.guanxi.ticket.desk.view.ticketqueue;

import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.ticket.desk.domain.Channel;
import io.guanxi.ticket.desk.domain.PersonalText;
import io.guanxi.ticket.desk.domain.Priority;
import io.guanxi.ticket.desk.domain.Promise;
import io.guanxi.ticket.desk.domain.Promises;
import io.guanxi.ticket.desk.domain.Status;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.Assigned;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import io.guanxi.ticket.desk.domain.TicketKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as one line of a list.
 *
 * @param customerId absent if not known
 * @param done whether the desk has nothing to do for it
 * @param nextDue when the next promise is due, also one that is broken and still to be done; {@link #NEVER} if none is
 */
public record QueueEntry(
        String tenant,
        String ticketId,
        @Nullable String customerId,
        Channel channel,
        TicketKind kind,
        Priority priority,
        PersonalText subject,
        Status status,
        boolean done,
        @Nullable String assignee,
        Promises promises,
        Instant nextDue,
        Instant openedAt,
        Instant updatedAt,
        long version) {

    /** Later than everything, so that what is not due comes last. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static QueueEntry opened(Opened e, RecordedEvent recorded) {
        String key = e.ticket();
        return new QueueEntry(
                        recorded.tenant(),
                        key.substring(key.indexOf('/') + 1),
                        e.customer(),
                        e.channel(),
                        e.kind(),
                        e.priority(),
                        e.subject(),
                        Status.NEW,
                        false,
                        null,
                        Promises.none(),
                        NEVER,
                        e.at(),
                        e.at(),
                        0)
                .after(e, recorded);
    }

    QueueEntry after(TicketEvent event, RecordedEvent recorded) {
        Promises present = promises.after(event);
        Status next = status.after(event);
        return new QueueEntry(
                tenant,
                ticketId,
                customerId,
                channel,
                kind,
                priority,
                subject,
                next,
                next.isDone(),
                event instanceof Assigned assigned ? assigned.agent() : assignee,
                present,
                first(present).map(Promise::dueAt).orElse(NEVER),
                openedAt,
                event.at(),
                recorded.sequence());
    }

    /** The promise that is due next, also one that is broken and still to be done. */
    public Optional<Promise> nextPromise() {
        return first(promises);
    }

    private static Optional<Promise> first(Promises promises) {
        return promises.made().stream().filter(Promise::awaited).min(Comparator.comparing(Promise::dueAt));
    }
}
