package io.guanxi.ticket.desk.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.ticket.desk.domain.TicketCommand.Assign;
import io.guanxi.ticket.desk.domain.TicketCommand.CheckPromises;
import io.guanxi.ticket.desk.domain.TicketCommand.Close;
import io.guanxi.ticket.desk.domain.TicketCommand.Open;
import io.guanxi.ticket.desk.domain.TicketCommand.PutOnHold;
import io.guanxi.ticket.desk.domain.TicketCommand.Reopen;
import io.guanxi.ticket.desk.domain.TicketCommand.Reply;
import io.guanxi.ticket.desk.domain.TicketCommand.Resolve;
import io.guanxi.ticket.desk.domain.TicketCommand.Resume;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Assigned;
import io.guanxi.ticket.desk.domain.TicketEvent.Cause;
import io.guanxi.ticket.desk.domain.TicketEvent.Closed;
import io.guanxi.ticket.desk.domain.TicketEvent.CustomerReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.NoteTaken;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import io.guanxi.ticket.desk.domain.TicketEvent.SlaBreached;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what happens to a ticket. */
public final class TicketDecider {

    private TicketDecider() {}

    /**
     * A promise that is broken by the time of the command is recorded before anything else, so that a late answer is
     * late whether or not somebody looked in between.
     *
     * @param terms in force for what is promised by this command
     */
    public static Decision<TicketEvent, TicketRejection> decide(
            Ticket ticket, TicketCommand command, ServiceTerms terms) {
        if (ticket.hasDone(command.id())) {
            return Decision.nothing();
        }
        Optional<TicketRejection> refusal = TicketPolicies.refusal(ticket, command);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Instant at = ticket.timeOf(command.at());
        List<TicketEvent> events = new ArrayList<>();
        Ticket present = ticket;
        for (Promise broken : ticket.promises().brokenAt(at)) {
            TicketEvent breach = new SlaBreached(at, ticket.customer(), broken.kind(), broken.dueAt());
            events.add(breach);
            present = Ticket.evolve(present, breach);
        }
        events.addAll(effects(present, command, at, terms));
        return Decision.accept(events);
    }

    private static List<TicketEvent> effects(Ticket ticket, TicketCommand command, Instant at, ServiceTerms terms) {
        String id = command.id();
        String customer = ticket.customer();
        return switch (command) {
            case Open open -> List.of(opened(open, at, terms));
            case Assign assign -> assigned(ticket, assign, at);
            case Reply reply -> replied(ticket, reply, at, terms);
            case PutOnHold hold ->
                List.of(new Held(id, at, customer, hold.reason(), resolutionLeft(ticket, at, terms)));
            case Resume resume -> List.of(resumed(ticket, id, Cause.AGENT, at, terms));
            case Resolve resolve ->
                List.of(new Resolved(id, at, customer, resolve.outcome(), resolutionLeft(ticket, at, terms)));
            case Reopen reopen -> List.of(reopened(ticket, id, Cause.AGENT, reopen.reason(), at, terms));
            case Close close -> List.of(new Closed(id, at, customer));
            case CheckPromises check -> List.of();
        };
    }

    private static TicketEvent opened(Open open, Instant at, ServiceTerms terms) {
        Targets targets = terms.level().targetsFor(open.priority());
        return new Opened(
                open.id(),
                at,
                open.ticket(),
                open.customer(),
                open.channel(),
                open.kind(),
                open.priority(),
                open.subject(),
                open.text(),
                terms.level().version(),
                targets.firstResponse(),
                terms.due(at, targets.firstResponse()),
                targets.resolution(),
                terms.due(at, targets.resolution()));
    }

    private static List<TicketEvent> assigned(Ticket ticket, Assign assign, Instant at) {
        return assign.agent().equals(ticket.assignee())
                ? List.of()
                : List.of(new Assigned(assign.id(), at, ticket.customer(), assign.agent(), ticket.assignee()));
    }

    private static List<TicketEvent> replied(Ticket ticket, Reply reply, Instant at, ServiceTerms terms) {
        String customer = ticket.customer();
        boolean first = ticket.promises().stillOwed(PromiseKind.FIRST_RESPONSE);
        return switch (reply.from()) {
            case AGENT ->
                switch (reply.visibility()) {
                    case PUBLIC -> List.of(new AgentReplied(reply.id(), at, customer, first, reply.text()));
                    case INTERNAL -> List.of(new NoteTaken(reply.id(), at, customer, reply.text()));
                };
            case CUSTOMER -> customerReplied(ticket, reply, at, terms);
        };
    }

    private static List<TicketEvent> customerReplied(Ticket ticket, Reply reply, Instant at, ServiceTerms terms) {
        TicketEvent replied = new CustomerReplied(reply.id(), at, ticket.customer(), reply.text());
        return switch (ticket.presentStatus()) {
            case NEW, OPEN, CLOSED -> List.of(replied);
            case ON_HOLD -> List.of(replied, resumed(ticket, reply.id(), Cause.CUSTOMER_REPLIED, at, terms));
            case RESOLVED -> List.of(replied, reopened(ticket, reply.id(), Cause.CUSTOMER_REPLIED, null, at, terms));
        };
    }

    private static TicketEvent resumed(Ticket ticket, String command, Cause cause, Instant at, ServiceTerms terms) {
        Duration left = resolutionLeft(ticket, at, terms);
        return new Resumed(command, at, ticket.customer(), cause, left == null ? null : terms.due(at, left));
    }

    private static TicketEvent reopened(
            Ticket ticket, String command, Cause cause, @Nullable String reason, Instant at, ServiceTerms terms) {
        Duration left = resolutionLeft(ticket, at, terms);
        Duration least = terms.level().afterReopening();
        Duration granted = left == null || left.compareTo(least) > 0 ? left : least;
        return new Reopened(
                command, at, ticket.customer(), cause, reason, granted == null ? null : terms.due(at, granted));
    }

    private static @Nullable Duration resolutionLeft(Ticket ticket, Instant at, ServiceTerms terms) {
        Promise promise = ticket.promises().of(PromiseKind.RESOLUTION).orElseThrow();
        return promise.isRunning() ? terms.left(promise, at) : promise.left();
    }
}
