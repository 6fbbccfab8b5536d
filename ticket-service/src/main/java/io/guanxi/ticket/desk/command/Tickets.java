package io.guanxi.ticket.desk.command;

import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Origin;
import io.guanxi.ticket.desk.domain.TicketCommand;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/**
 * The tickets of all tenants.
 *
 * <p>Every method throws {@link io.guanxi.kernel.CommandRefused} for a {@code TicketRejection} and what
 * {@link Commands#send} throws.
 */
@Component
public class Tickets {

    private final Commands commands;

    Tickets(Commands commands) {
        this.commands = commands;
    }

    /** @param ticket {@code tenant/ticketId} */
    public TicketAfter send(String ticket, TicketCommand command, Origin origin) {
        return send(ticket, command, origin, version -> {});
    }

    /** @param precondition told the ticket's version before anything is decided; what it throws comes out here */
    public TicketAfter send(String ticket, TicketCommand command, Origin origin, LongConsumer precondition) {
        return commands.send(new TicketInstruction(ticket, command, precondition), origin, command.at());
    }
}
