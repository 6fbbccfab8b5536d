package io.guanxi.loyalty.rehearsal.web;

import io.guanxi.eventing.job.JobStatus;
import io.guanxi.loyalty.rehearsal.domain.Comparison.Verdict;
import io.guanxi.loyalty.rehearsal.job.RehearsalRequest;
import io.guanxi.loyalty.rehearsal.job.Rehearsals;
import io.guanxi.loyalty.rehearsal.job.RehearsedAccount;
import io.guanxi.web.Caller;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/loyalty/rehearsals")
@Tag(name = "Loyalty rehearsals")
class RehearsalController {

    private static final int LARGEST_PAGE = 100;

    private static final Map<String, Verdict> VERDICTS =
            Map.of("winners", Verdict.WINS, "losers", Verdict.LOSES, "mixed", Verdict.MIXED);

    private final Rehearsals rehearsals;
    private final RehearsalRequests requests;

    RehearsalController(Rehearsals rehearsals, RehearsalRequests requests) {
        this.rehearsals = rehearsals;
        this.requests = requests;
    }

    @PostMapping
    @Operation(
            summary = "Tries rules on what really happened, without effects",
            description = "Customers are taken to behave as they did. The report comes when all accounts are done.")
    ResponseEntity<RehearsalAnswer> ask(@RequestBody RehearsalForm form, IdempotentId id, Caller caller) {
        RehearsalRequest request = requests.of(caller.tenant(), form);
        JobStatus job = rehearsals.ask(caller.tenant(), id.toString(), request, caller.subject());
        return ResponseEntity.accepted()
                .location(URI.create("/api/loyalty/rehearsals/" + id))
                .body(RehearsalAnswer.line(job));
    }

    @GetMapping
    @Operation(summary = "The rehearsals that are kept, the newest first, without their reports")
    Page<RehearsalAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        Page<JobStatus> page = rehearsals.newest(caller.tenant(), cursor, checked(limit));
        return new Page<>(page.items().stream().map(RehearsalAnswer::line).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a rehearsal is, and its report when it is done")
    RehearsalAnswer rehearsal(Caller caller, @PathVariable String id) {
        return RehearsalAnswer.of(found(caller, id));
    }

    @GetMapping("/{id}/accounts")
    @Operation(
            summary = "The accounts for which the rules make a difference, as far as they are rehearsed",
            description = "Those who gain most first; of the losers, those who lose most.")
    Page<RehearsedAccount> accounts(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "all") String who,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (!who.equals("all") && !VERDICTS.containsKey(who)) {
            throw RequestRefused.parameter("who", "must be all, winners, losers or mixed");
        }
        found(caller, id);
        return rehearsals.accounts(caller.tenant(), id, VERDICTS.get(who), cursor, checked(limit));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Cancels a rehearsal: it ends after its present step")
    RehearsalAnswer cancel(Caller caller, @PathVariable String id) {
        found(caller, id);
        return rehearsals
                .cancel(caller.tenant(), id, caller.subject())
                .map(RehearsalAnswer::line)
                .orElseThrow(RehearsalController::unknown);
    }

    private JobStatus found(Caller caller, String id) {
        try {
            return rehearsals.find(caller.tenant(), id).orElseThrow(RehearsalController::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("rehearsal-not-found", "There is no such rehearsal, or no longer.");
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw RequestRefused.parameter("limit", "must be 1 to " + LARGEST_PAGE);
        }
        return limit;
    }
}
