package io.guanxi.ticket.desk.command;

import io.guanxi.ticket.desk.domain.Ticket;
import io.guanxi.ticket.desk.domain.TicketCommand;
import java.util.function.LongConsumer;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A command and the ticket it is for.
 *
 * @param precondition told the ticket's version before anything is decided; throws if it is not the expected one
 */
record TicketInstruction(@TargetAggregateIdentifier String ticket, TicketCommand command, LongConsumer precondition) {

    /** A command that had its effect already was sent on the version of that time. */
    void check(Ticket present, @Nullable Long version) {
        if (version != null && !present.hasDone(command.id())) {
            precondition.accept(version);
        }
    }
}
