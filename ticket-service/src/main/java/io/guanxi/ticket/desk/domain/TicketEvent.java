package io.guanxi.ticket.desk.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to a ticket. The times of one ticket never run backwards. */
public sealed interface TicketEvent {

    /** When it happened. */
    Instant at();

    /** The id of the customer whose ticket it is; absent if not known. */
    @Nullable
    String customer();

    /** The id of the command that made it happen; absent for what time did. */
    default @Nullable String command() {
        return null;
    }

    /** Whether it adds an entry to the conversation. */
    default boolean isSpoken() {
        return switch (this) {
            case Opened e -> true;
            case AgentReplied e -> true;
            case NoteTaken e -> true;
            case CustomerReplied e -> true;
            case Assigned e -> false;
            case Held e -> false;
            case Resumed e -> false;
            case Resolved e -> false;
            case Reopened e -> false;
            case Closed e -> false;
            case SlaBreached e -> false;
        };
    }

    /**
     * A customer has a matter for the desk.
     *
     * @param ticket {@code tenant/ticketId}
     * @param serviceLevel the version of the promises in force
     * @param firstResponseWithin promised business time
     * @param resolutionWithin promised business time
     */
    record Opened(
            String command,
            Instant at,
            String ticket,
            @Nullable String customer,
            Channel channel,
            TicketKind kind,
            Priority priority,
            PersonalText subject,
            PersonalText text,
            String serviceLevel,
            Duration firstResponseWithin,
            Due firstResponse,
            Duration resolutionWithin,
            Due resolution)
            implements TicketEvent {}

    /**
     * An agent cares for it from now on.
     *
     * @param previous who did so before; absent if nobody did
     */
    record Assigned(
            String command,
            Instant at,
            @Nullable String customer,
            String agent,
            @Nullable String previous) implements TicketEvent {}

    /**
     * An agent has answered the customer.
     *
     * @param first whether that is the first response
     */
    record AgentReplied(
            String command, Instant at, @Nullable String customer, boolean first, PersonalText text)
            implements TicketEvent {}

    /** Somebody at the desk has noted something that the customer does not see. */
    record NoteTaken(String command, Instant at, @Nullable String customer, PersonalText text) implements TicketEvent {}

    /** The customer has written. */
    record CustomerReplied(
            String command, Instant at, @Nullable String customer, PersonalText text) implements TicketEvent {}

    /**
     * The desk waits; the promise of resolution stands still.
     *
     * @param resolutionLeft business time left; absent if the promise is broken
     */
    record Held(
            String command,
            Instant at,
            @Nullable String customer,
            String reason,
            @Nullable Duration resolutionLeft) implements TicketEvent {}

    /**
     * The desk goes on.
     *
     * @param resolution when it is due now; absent if the promise is broken
     */
    record Resumed(
            String command,
            Instant at,
            @Nullable String customer,
            Cause cause,
            @Nullable Due resolution) implements TicketEvent {}

    /**
     * The desk thinks that the matter is settled. That answers the customer, so it counts as a response as well.
     *
     * @param resolutionLeft business time left; absent if the promise is broken
     */
    record Resolved(
            String command,
            Instant at,
            @Nullable String customer,
            String outcome,
            @Nullable Duration resolutionLeft) implements TicketEvent {}

    /**
     * The matter is not settled after all.
     *
     * @param reason absent if the customer's reply is the reason
     * @param resolution when it is due now; absent if the promise is broken
     */
    record Reopened(
            String command,
            Instant at,
            @Nullable String customer,
            Cause cause,
            @Nullable String reason,
            @Nullable Due resolution)
            implements TicketEvent {}

    /** The ticket is done for good. */
    record Closed(String command, Instant at, @Nullable String customer) implements TicketEvent {}

    /**
     * A promise was broken. It happens once for each promise of a ticket.
     *
     * @param at when it was noticed
     * @param dueAt the last instant that would have been in time
     */
    record SlaBreached(Instant at, @Nullable String customer, PromiseKind promise, Instant dueAt)
            implements TicketEvent {}

    /** Who set a ticket going again. */
    enum Cause {
        AGENT,
        CUSTOMER_REPLIED
    }
}
