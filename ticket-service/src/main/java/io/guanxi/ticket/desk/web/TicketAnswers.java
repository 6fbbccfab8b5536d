package io.guanxi.ticket.desk.web;

import static io.guanxi.ticket.desk.domain.Vocabulary.word;

import io.guanxi.ticket.desk.command.TicketAfter;
import io.guanxi.ticket.desk.domain.PersonalText;
import io.guanxi.ticket.desk.domain.Promise;
import io.guanxi.ticket.desk.domain.Promises;
import io.guanxi.ticket.desk.domain.Ticket;
import io.guanxi.ticket.desk.view.ticketdetails.Entry;
import io.guanxi.ticket.desk.view.ticketdetails.Matter;
import io.guanxi.ticket.desk.view.ticketdetails.Standing;
import io.guanxi.ticket.desk.view.ticketdetails.Step;
import io.guanxi.ticket.desk.view.ticketdetails.TicketDetails;
import io.guanxi.ticket.desk.view.ticketqueue.QueueEntry;
import io.guanxi.web.Caller;
import io.guanxi.web.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What callers are answered. The words of a person are left out for those who work with figures. */
final class TicketAnswers {

    private TicketAnswers() {}

    /** A ticket right after a command. */
    record State(
            String id,
            @Nullable String customerId,
            String status,
            @Nullable String assignee,
            List<PromiseAnswer> promises,
            Instant updatedAt,
            long version) {

        static State of(String id, TicketAfter after) {
            Ticket ticket = after.ticket();
            return new State(
                    id,
                    ticket.customer(),
                    word(ticket.presentStatus()),
                    ticket.assignee(),
                    PromiseAnswer.all(ticket.promises()),
                    ticket.latest(),
                    after.version());
        }
    }

    /**
     * How a promise fares.
     *
     * @param within promised business time, as ISO 8601 writes durations
     * @param dueAt absent while it is paused
     * @param left business time left when it was paused or kept
     * @param keptAt when it was done, in time or late
     */
    record PromiseAnswer(
            String kind,
            String state,
            String within,
            String serviceLevel,
            @Nullable Instant dueAt,
            @Nullable String left,
            @Nullable Instant keptAt) {

        static List<PromiseAnswer> all(Promises promises) {
            return promises.made().stream().map(PromiseAnswer::of).toList();
        }

        static PromiseAnswer of(Promise promise) {
            return new PromiseAnswer(
                    word(promise.kind()),
                    word(promise.state()),
                    promise.within().toString(),
                    promise.serviceLevel(),
                    promise.state() == Promise.State.PAUSED ? null : promise.dueAt(),
                    promise.left() == null ? null : promise.left().toString(),
                    promise.keptAt());
        }
    }

    /** One line of a list. */
    record Line(
            String id,
            @Nullable String customerId,
            String channel,
            String kind,
            String priority,
            @Nullable String subject,
            String status,
            @Nullable String assignee,
            @Nullable NextPromise next,
            List<PromiseAnswer> promises,
            Instant openedAt,
            Instant updatedAt,
            long version) {

        static Line of(QueueEntry entry, Caller caller, Instant now) {
            return new Line(
                    entry.ticketId(),
                    entry.customerId(),
                    word(entry.channel()),
                    word(entry.kind()),
                    word(entry.priority()),
                    readable(entry.subject(), caller),
                    word(entry.status()),
                    entry.assignee(),
                    entry.nextPromise()
                            .map(promise -> NextPromise.of(promise, now))
                            .orElse(null),
                    PromiseAnswer.all(entry.promises()),
                    entry.openedAt(),
                    entry.updatedAt(),
                    entry.version());
        }
    }

    /** The promise that is due next. */
    record NextPromise(String kind, Instant dueAt, boolean overdue) {

        static NextPromise of(Promise promise, Instant now) {
            return new NextPromise(word(promise.kind()), promise.dueAt(), now.isAfter(promise.dueAt()));
        }
    }

    /** All of a ticket. */
    record Details(
            String id,
            @Nullable String customerId,
            String channel,
            String kind,
            String priority,
            @Nullable String subject,
            String status,
            @Nullable String assignee,
            @Nullable String holdReason,
            @Nullable String outcome,
            int reopened,
            List<PromiseAnswer> promises,
            List<EntryAnswer> conversation,
            List<Step> timeline,
            Instant openedAt,
            @Nullable Instant firstRespondedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            Instant updatedAt,
            long version) {

        static Details of(TicketDetails details, Caller caller) {
            Matter matter = details.matter();
            Standing standing = details.standing();
            return new Details(
                    details.ticketId(),
                    matter.customerId(),
                    word(matter.channel()),
                    word(matter.kind()),
                    word(matter.priority()),
                    readable(matter.subject(), caller),
                    word(standing.status()),
                    standing.assignee(),
                    standing.holdReason(),
                    standing.outcome(),
                    standing.reopened(),
                    PromiseAnswer.all(details.promises()),
                    details.conversation().stream()
                            .map(entry -> EntryAnswer.of(entry, caller))
                            .toList(),
                    details.timeline(),
                    matter.openedAt(),
                    standing.firstRespondedAt(),
                    standing.resolvedAt(),
                    standing.closedAt(),
                    standing.updatedAt(),
                    details.version());
        }
    }

    /** One entry of a conversation. */
    record EntryAnswer(
            Instant at,
            String from,
            String visibility,
            @Nullable String by,
            @Nullable String text) {

        static EntryAnswer of(Entry entry, Caller caller) {
            return new EntryAnswer(
                    entry.at(),
                    word(entry.from()),
                    word(entry.visibility()),
                    entry.by(),
                    readable(entry.text(), caller));
        }
    }

    private static @Nullable String readable(PersonalText text, Caller caller) {
        return caller.is(Role.AGENT) ? text.plain() : null;
    }
}
