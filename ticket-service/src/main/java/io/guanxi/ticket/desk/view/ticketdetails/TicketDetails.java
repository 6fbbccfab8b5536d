package io.guanxi.ticket.desk.view.ticketdetails;

import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.ticket.desk.domain.Author;
import io.guanxi.ticket.desk.domain.PersonalText;
import io.guanxi.ticket.desk.domain.Promises;
import io.guanxi.ticket.desk.domain.TicketEvent;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Assigned;
import io.guanxi.ticket.desk.domain.TicketEvent.Closed;
import io.guanxi.ticket.desk.domain.TicketEvent.CustomerReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.NoteTaken;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import io.guanxi.ticket.desk.domain.TicketEvent.SlaBreached;
import io.guanxi.ticket.desk.domain.Visibility;
import io.guanxi.ticket.desk.domain.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one ticket.
 *
 * @param key {@code tenant/ticketId}
 * @param version the number of its latest event, from 0
 */
public record TicketDetails(
        String key,
        Matter matter,
        Standing standing,
        Promises promises,
        List<Entry> conversation,
        List<Step> timeline,
        long version) {

    public TicketDetails {
        conversation = List.copyOf(conversation);
        timeline = List.copyOf(timeline);
    }

    static TicketDetails opened(Opened opened, RecordedEvent recorded) {
        return new TicketDetails(
                        opened.ticket(),
                        Matter.of(opened),
                        Standing.atFirst(opened.at()),
                        Promises.none(),
                        List.of(),
                        List.of(),
                        0)
                .after(opened, recorded);
    }

    TicketDetails after(TicketEvent event, RecordedEvent recorded) {
        String by = event instanceof SlaBreached ? null : recorded.actor();
        List<Step> steps = new ArrayList<>(timeline);
        steps.add(new Step(event.at(), recorded.name(), by, detail(event)));
        return new TicketDetails(
                key,
                matter,
                standing.after(event),
                promises.after(event),
                conversationAfter(event, by),
                steps,
                recorded.sequence());
    }

    public String ticketId() {
        return key.substring(key.indexOf('/') + 1);
    }

    private List<Entry> conversationAfter(TicketEvent event, @Nullable String by) {
        return switch (event) {
            case Opened e -> with(e, Author.CUSTOMER, Visibility.PUBLIC, by, e.text());
            case AgentReplied e -> with(e, Author.AGENT, Visibility.PUBLIC, by, e.text());
            case NoteTaken e -> with(e, Author.AGENT, Visibility.INTERNAL, by, e.text());
            case CustomerReplied e -> with(e, Author.CUSTOMER, Visibility.PUBLIC, by, e.text());
            case Assigned e -> conversation;
            case Held e -> conversation;
            case Resumed e -> conversation;
            case Resolved e -> conversation;
            case Reopened e -> conversation;
            case Closed e -> conversation;
            case SlaBreached e -> conversation;
        };
    }

    private List<Entry> with(
            TicketEvent event, Author from, Visibility visibility, @Nullable String by, PersonalText text) {
        List<Entry> entries = new ArrayList<>(conversation);
        entries.add(new Entry(event.at(), from, visibility, by, text));
        return entries;
    }

    private static @Nullable String detail(TicketEvent event) {
        return switch (event) {
            case Opened e -> Vocabulary.word(e.channel());
            case Assigned e -> e.agent();
            case AgentReplied e -> null;
            case NoteTaken e -> null;
            case CustomerReplied e -> null;
            case Held e -> e.reason();
            case Resumed e -> Vocabulary.word(e.cause());
            case Resolved e -> e.outcome();
            case Reopened e -> e.reason() == null ? Vocabulary.word(e.cause()) : e.reason();
            case Closed e -> null;
            case SlaBreached e -> Vocabulary.word(e.promise());
        };
    }
}
