package io.guanxi.ticket.desk.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a ticket. Time and ids come in with it; a command whose {@code id} was done before has no
 * further effect. Reasons and outcomes are words of a vocabulary in lower case with hyphens, never free text.
 */
public sealed interface TicketCommand {

    /** Names this wish; the same wish sent twice has the same id. */
    String id();

    /** When it was made. */
    Instant at();

    /**
     * @param ticket the key of the new ticket, {@code tenant/ticketId}
     * @param customer the customer's id; absent if not known
     */
    record Open(
            String id,
            Instant at,
            String ticket,
            @Nullable String customer,
            Channel channel,
            TicketKind kind,
            Priority priority,
            PersonalText subject,
            PersonalText text)
            implements TicketCommand {}

    /** @param agent who shall care for it, as tokens name them */
    record Assign(String id, Instant at, String agent) implements TicketCommand {}

    record Reply(String id, Instant at, Author from, Visibility visibility, PersonalText text)
            implements TicketCommand {}

    /** @param reason for whom or what the desk waits, such as {@code waiting-for-carrier} */
    record PutOnHold(String id, Instant at, String reason) implements TicketCommand {}

    record Resume(String id, Instant at) implements TicketCommand {}

    /** @param outcome how it ended, such as {@code refunded} */
    record Resolve(String id, Instant at, String outcome) implements TicketCommand {}

    /** @param reason why it is not settled, such as {@code parcel-still-missing} */
    record Reopen(String id, Instant at, String reason) implements TicketCommand {}

    record Close(String id, Instant at) implements TicketCommand {}

    /** Somebody has seen that a promise may be broken at that time. */
    record CheckPromises(String id, Instant at) implements TicketCommand {}
}
