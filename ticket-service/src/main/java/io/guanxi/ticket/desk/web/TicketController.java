package io.guanxi.ticket.desk.web;

import io.guanxi.kernel.Origin;
import io.guanxi.ticket.desk.command.TicketAfter;
import io.guanxi.ticket.desk.command.Tickets;
import io.guanxi.ticket.desk.domain.TicketCommand;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.Versions;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Work on tickets. Each request is answered with the ticket as it is then. */
@RestController
@RequestMapping("/api/tickets")
class TicketController {

    private final Tickets tickets;
    private final Clock clock;

    TicketController(Tickets tickets, Clock clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<TicketAnswers.State> open(
            @RequestBody TicketRequests.Opening opening, IdempotentId id, Origin origin) {
        String ticket = origin.tenant() + "/" + id;
        TicketCommand command = opening.of(ticket).command(id.toString(), clock.instant());
        return answer(
                id.toString(),
                tickets.send(ticket, command, origin),
                ResponseEntity.created(URI.create("/api/tickets/" + id)));
    }

    @PostMapping("/{id}/assignments")
    ResponseEntity<TicketAnswers.State> assign(
            @PathVariable String id,
            @RequestBody TicketRequests.Assignment assignment,
            IdempotentId command,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return work(id, assignment, command, origin, ifMatch);
    }

    @PostMapping("/{id}/replies")
    ResponseEntity<TicketAnswers.State> reply(
            @PathVariable String id,
            @RequestBody TicketRequests.Reply reply,
            IdempotentId command,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return work(id, reply, command, origin, ifMatch);
    }

    @PostMapping("/{id}/holds")
    ResponseEntity<TicketAnswers.State> hold(
            @PathVariable String id,
            @RequestBody TicketRequests.Hold hold,
            IdempotentId command,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return work(id, hold, command, origin, ifMatch);
    }

    @DeleteMapping("/{id}/holds")
    ResponseEntity<TicketAnswers.State> resume(
            @PathVariable String id,
            IdempotentId command,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return work(id, (words, wish, at) -> new TicketCommand.Resume(wish, at), command, origin, ifMatch);
    }

    @PostMapping("/{id}/resolutions")
    ResponseEntity<TicketAnswers.State> resolve(
            @PathVariable String id,
            @RequestBody TicketRequests.Resolution resolution,
            IdempotentId command,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return work(id, resolution, command, origin, ifMatch);
    }

    @PostMapping("/{id}/reopenings")
    ResponseEntity<TicketAnswers.State> reopen(
            @PathVariable String id,
            @RequestBody TicketRequests.Reopening reopening,
            IdempotentId command,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return work(id, reopening, command, origin, ifMatch);
    }

    @PostMapping("/{id}/closures")
    ResponseEntity<TicketAnswers.State> close(
            @PathVariable String id,
            IdempotentId command,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return work(id, (words, wish, at) -> new TicketCommand.Close(wish, at), command, origin, ifMatch);
    }

    private ResponseEntity<TicketAnswers.State> work(
            String id, TicketRequests.Wish wish, IdempotentId command, Origin origin, @Nullable String ifMatch) {
        TicketAfter after = tickets.send(
                origin.tenant() + "/" + id,
                wish.command(command.toString(), clock.instant()),
                origin,
                version -> Versions.check(ifMatch, version));
        return answer(id, after, ResponseEntity.ok());
    }

    private static ResponseEntity<TicketAnswers.State> answer(
            String id, TicketAfter after, ResponseEntity.BodyBuilder answer) {
        return answer.eTag(Versions.etag(after.version())).body(TicketAnswers.State.of(id, after));
    }
}
