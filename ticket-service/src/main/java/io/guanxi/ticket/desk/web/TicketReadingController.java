package io.guanxi.ticket.desk.web;

import io.guanxi.ticket.desk.domain.PromiseAccount;
import io.guanxi.ticket.desk.domain.PromiseKind;
import io.guanxi.ticket.desk.domain.ServiceTerms;
import io.guanxi.ticket.desk.domain.Vocabulary;
import io.guanxi.ticket.desk.view.ticketdetails.TicketDetails;
import io.guanxi.ticket.desk.view.ticketdetails.TicketFile;
import io.guanxi.ticket.desk.view.ticketqueue.QueueEntry;
import io.guanxi.ticket.desk.view.ticketqueue.TicketQueue;
import io.guanxi.web.Caller;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Versions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads tickets: one, a list, and why a promise is due when it is. */
@RestController
@RequestMapping("/api/tickets")
class TicketReadingController {

    private final TicketFile file;
    private final TicketQueue queue;
    private final ServiceTerms terms;
    private final Clock clock;

    TicketReadingController(TicketFile file, TicketQueue queue, ServiceTerms terms, Clock clock) {
        this.file = file;
        this.queue = queue;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping
    Page<TicketAnswers.Line> list(
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        var request = new TicketListRequest(status, assignee, customerId, channel, priority, overdue, sort, limit);
        Instant now = clock.instant();
        Page<QueueEntry> found = queue.find(request.question(caller.tenant(), now), cursor, request.checkedLimit());
        return new Page<>(
                found.items().stream()
                        .map(entry -> TicketAnswers.Line.of(entry, caller, now))
                        .toList(),
                found.next());
    }

    @GetMapping("/{id}")
    ResponseEntity<TicketAnswers.Details> details(@PathVariable String id, Caller caller) {
        TicketDetails details = known(id, caller);
        return ResponseEntity.ok()
                .eTag(Versions.etag(details.version()))
                .body(TicketAnswers.Details.of(details, caller));
    }

    @GetMapping("/{id}/promises/{kind}/explanation")
    PromiseExplanation explanation(@PathVariable String id, @PathVariable String kind, Caller caller) {
        TicketDetails details = known(id, caller);
        PromiseKind wanted = Vocabulary.meaning(PromiseKind.class, kind)
                .orElseThrow(() -> RequestRefused.notFound(
                        "promise-not-found",
                        "There is no such promise; the promises are " + Vocabulary.words(PromiseKind.class) + "."));
        return details.promises()
                .of(wanted)
                .map(promise -> PromiseExplanation.of(PromiseAccount.of(promise, terms, clock.instant())))
                .orElseThrow(TicketReadingController::unknown);
    }

    private TicketDetails known(String id, Caller caller) {
        return file.find(caller.tenant() + "/" + id).orElseThrow(TicketReadingController::unknown);
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("ticket-not-found", "There is no such ticket.");
    }
}
