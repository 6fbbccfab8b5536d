package io.guanxi.ticket.desk.domain;

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

/** Where a ticket stands. */
public enum Status {
    /** Nobody has taken it up yet. */
    NEW,
    /** Somebody works on it. */
    OPEN,
    /** The desk waits for something that it cannot hurry; the promise of resolution stands still. */
    ON_HOLD,
    /** The desk thinks it is done; the customer may disagree. */
    RESOLVED,
    /** Done for good; what comes later is another ticket. */
    CLOSED;

    /** Where the ticket stands after something more has happened to it. */
    public Status after(TicketEvent event) {
        return switch (event) {
            case Opened e -> NEW;
            case Assigned e -> takenUp();
            case AgentReplied e -> takenUp();
            case NoteTaken e -> this;
            case CustomerReplied e -> this;
            case Held e -> ON_HOLD;
            case Resumed e -> OPEN;
            case Resolved e -> RESOLVED;
            case Reopened e -> OPEN;
            case Closed e -> CLOSED;
            case SlaBreached e -> this;
        };
    }

    private Status takenUp() {
        return this == NEW ? OPEN : this;
    }

    /** Whether the desk has nothing to do for it. */
    public boolean isDone() {
        return this == RESOLVED || this == CLOSED;
    }
}
