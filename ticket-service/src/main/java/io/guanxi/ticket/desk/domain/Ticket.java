package io.guanxi.ticket.desk.domain;

import io.guanxi.ticket.desk.domain.TicketEvent.Assigned;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one ticket stands: what the decider must know, and no words of any person.
 *
 * @param key {@code tenant/ticketId}; absent before the opening
 * @param customer absent if not known
 * @param status absent before the opening
 * @param assignee the agent who cares for it, if one does
 * @param latest the time of the latest event
 * @param entries how many entries the conversation has
 * @param done the ids of the latest commands that had an effect, oldest first
 */
public record Ticket(
        @Nullable String key,
        @Nullable String customer,
        @Nullable Status status,
        @Nullable String assignee,
        Promises promises,
        Instant latest,
        int entries,
        List<String> done) {

    /** A retry comes within minutes; a ticket does not see this many commands in that time. */
    static final int REMEMBERED_COMMANDS = 256;

    /** So many entries of the longest text fit in one document of a store, with room to spare. */
    static final int MOST_ENTRIES = 400;

    public Ticket {
        done = List.copyOf(done);
    }

    public static Ticket unopened() {
        return new Ticket(null, null, null, null, Promises.none(), Instant.EPOCH, 0, List.of());
    }

    /** What the ticket is after {@code event}. */
    public static Ticket evolve(Ticket ticket, TicketEvent event) {
        Status before = ticket.status == null ? Status.NEW : ticket.status;
        return new Ticket(
                event instanceof Opened opened ? opened.ticket() : ticket.key,
                event.customer(),
                before.after(event),
                event instanceof Assigned assigned ? assigned.agent() : ticket.assignee,
                ticket.promises.after(event),
                event.at(),
                ticket.entries + (event.isSpoken() ? 1 : 0),
                ticket.doneAfter(event.command()));
    }

    boolean isOpened() {
        return status != null;
    }

    boolean isFull() {
        return entries >= MOST_ENTRIES;
    }

    boolean is(Status expected) {
        return status == expected;
    }

    /** @throws IllegalStateException if the ticket is not opened */
    public Status presentStatus() {
        if (status == null) {
            throw new IllegalStateException("the ticket is not opened");
        }
        return status;
    }

    /** Whether that command had its effect. */
    public boolean hasDone(String command) {
        return done.contains(command);
    }

    /** The time of something that happens now: a clock that went back does not take the ticket back with it. */
    Instant timeOf(Instant clock) {
        return clock.isBefore(latest) ? latest : clock;
    }

    private List<String> doneAfter(@Nullable String command) {
        if (command == null || hasDone(command)) {
            return done;
        }
        List<String> more = new ArrayList<>(done);
        more.add(command);
        return more.subList(Math.max(0, more.size() - REMEMBERED_COMMANDS), more.size());
    }
}
