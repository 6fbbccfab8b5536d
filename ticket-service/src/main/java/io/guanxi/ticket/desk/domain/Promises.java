package io.guanxi.ticket.desk.domain;

import io.guanxi.ticket.desk.domain.Stretch.Ending;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The promises of one ticket.
 *
 * @param made one of each kind; none before the ticket is opened
 */
public record Promises(List<Promise> made) {

    public Promises {
        made = List.copyOf(made);
    }

    public static Promises none() {
        return new Promises(List.of());
    }

    /** How the promises fare after something more has happened. */
    public Promises after(TicketEvent event) {
        return switch (event) {
            case Opened e -> made(e);
            case AgentReplied e -> firstResponse(p -> p.kept(e.at(), null, Ending.ANSWERED));
            case Held e -> resolution(p -> p.paused(e.at(), e.resolutionLeft()));
            case Resumed e -> runningAgain(e.at(), e.resolution());
            case Resolved e ->
                firstResponse(p -> p.kept(e.at(), null, Ending.RESOLVED))
                        .resolution(p -> p.kept(e.at(), e.resolutionLeft(), Ending.RESOLVED));
            case Reopened e -> runningAgain(e.at(), e.resolution());
            case SlaBreached e -> change(e.promise(), Promise::broken);
            case Assigned e -> this;
            case NoteTaken e -> this;
            case CustomerReplied e -> this;
            case Closed e -> this;
        };
    }

    public Optional<Promise> of(PromiseKind kind) {
        return made.stream().filter(p -> p.kind() == kind).findFirst();
    }

    /** Those that are broken at that time and not yet known to be. */
    List<Promise> brokenAt(Instant at) {
        return made.stream().filter(promise -> promise.isBrokenAt(at)).toList();
    }

    boolean stillOwed(PromiseKind kind) {
        return of(kind).filter(Promise::stillOwed).isPresent();
    }

    private static Promises made(Opened e) {
        return new Promises(List.of(
                Promise.made(
                        PromiseKind.FIRST_RESPONSE,
                        e.firstResponseWithin(),
                        e.serviceLevel(),
                        e.at(),
                        e.firstResponse()),
                Promise.made(PromiseKind.RESOLUTION, e.resolutionWithin(), e.serviceLevel(), e.at(), e.resolution())));
    }

    private Promises runningAgain(Instant at, @Nullable Due due) {
        return resolution(p -> due == null ? p.owedAgain() : p.runningAgain(at, due));
    }

    private Promises firstResponse(UnaryOperator<Promise> change) {
        return change(PromiseKind.FIRST_RESPONSE, change);
    }

    private Promises resolution(UnaryOperator<Promise> change) {
        return change(PromiseKind.RESOLUTION, change);
    }

    private Promises change(PromiseKind kind, UnaryOperator<Promise> change) {
        return new Promises(
                made.stream().map(p -> p.kind() == kind ? change.apply(p) : p).toList());
    }
}
