package io.guanxi.ticket.desk.domain;

import io.guanxi.ticket.desk.domain.TicketCommand.Assign;
import io.guanxi.ticket.desk.domain.TicketCommand.CheckPromises;
import io.guanxi.ticket.desk.domain.TicketCommand.Close;
import io.guanxi.ticket.desk.domain.TicketCommand.Open;
import io.guanxi.ticket.desk.domain.TicketCommand.PutOnHold;
import io.guanxi.ticket.desk.domain.TicketCommand.Reopen;
import io.guanxi.ticket.desk.domain.TicketCommand.Reply;
import io.guanxi.ticket.desk.domain.TicketCommand.Resolve;
import io.guanxi.ticket.desk.domain.TicketCommand.Resume;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules of the desk, in the order in which they are asked; the first that is broken refuses. */
enum TicketPolicies {
    A_TICKET_IS_OPENED_ONCE(
            (ticket, command) -> command instanceof Open && ticket.isOpened(),
            ticket -> new TicketRejection.TicketAlreadyOpened()),

    ONLY_AN_OPENED_TICKET_IS_WORKED_ON(
            (ticket, command) -> !(command instanceof Open) && !ticket.isOpened(),
            ticket -> new TicketRejection.TicketNotFound()),

    A_CLOSED_TICKET_STAYS_AS_IT_IS(
            (ticket, command) -> ticket.is(Status.CLOSED) && !(command instanceof CheckPromises),
            ticket -> new TicketRejection.TicketIsClosed()),

    A_RESOLVED_TICKET_IS_REOPENED_BEFORE_MORE_WORK(
            (ticket, command) -> ticket.is(Status.RESOLVED)
                    && (command instanceof Assign || command instanceof PutOnHold || command instanceof Resolve),
            ticket -> new TicketRejection.TicketIsResolved()),

    A_TICKET_IS_HELD_ONCE(
            (ticket, command) -> command instanceof PutOnHold && ticket.is(Status.ON_HOLD),
            ticket -> new TicketRejection.TicketIsOnHold()),

    ONLY_A_HELD_TICKET_IS_RESUMED(
            (ticket, command) -> command instanceof Resume && !ticket.is(Status.ON_HOLD),
            ticket -> new TicketRejection.TicketIsNotOnHold(ticket.presentStatus())),

    ONLY_A_RESOLVED_TICKET_IS_REOPENED_OR_CLOSED(
            (ticket, command) -> (command instanceof Reopen || command instanceof Close) && !ticket.is(Status.RESOLVED),
            ticket -> new TicketRejection.TicketIsNotResolved(ticket.presentStatus())),

    A_CONVERSATION_HAS_AN_END(
            (ticket, command) -> command instanceof Reply && ticket.isFull(),
            ticket -> new TicketRejection.ConversationIsFull()),

    A_CUSTOMER_WRITES_IN_PUBLIC(
            (ticket, command) -> command instanceof Reply reply
                    && reply.from() == Author.CUSTOMER
                    && reply.visibility() == Visibility.INTERNAL,
            ticket -> new TicketRejection.CustomersWriteInPublic());

    private final BiPredicate<Ticket, TicketCommand> broken;
    private final Function<Ticket, TicketRejection> refusal;

    TicketPolicies(BiPredicate<Ticket, TicketCommand> broken, Function<Ticket, TicketRejection> refusal) {
        this.broken = broken;
        this.refusal = refusal;
    }

    static Optional<TicketRejection> refusal(Ticket ticket, TicketCommand command) {
        return Stream.of(values())
                .filter(policy -> policy.broken.test(ticket, command))
                .findFirst()
                .map(policy -> policy.refusal.apply(ticket));
    }
}
