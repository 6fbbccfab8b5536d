package io.guanxi.loyalty.correction.web;

import io.guanxi.eventing.job.JobStatus;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.loyalty.correction.job.PostingAsked;
import io.guanxi.loyalty.correction.job.Postings;
import io.guanxi.loyalty.programme.domain.Correction;
import io.guanxi.loyalty.programme.domain.ProgrammeRejection;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.web.Caller;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The posting of a correction begins by itself when it is approved. Here it is watched, stopped and started again. */
@RestController
@RequestMapping("/api/loyalty/programme")
@Tag(name = "Loyalty programme")
class PostingController {

    private static final int LARGEST_PAGE = 100;
    private static final String POSTINGS = "/api/loyalty/programme/postings/";

    private final Postings postings;
    private final RuleBooks rules;

    PostingController(Postings postings, RuleBooks rules) {
        this.postings = postings;
        this.rules = rules;
    }

    @GetMapping("/postings")
    @Operation(summary = "The postings of corrections that are kept, the newest first")
    Page<PostingAnswer> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw RequestRefused.parameter("limit", "must be 1 to " + LARGEST_PAGE);
        }
        Page<JobStatus> page = postings.newest(caller.tenant(), cursor, limit);
        return new Page<>(page.items().stream().map(PostingAnswer::of).toList(), page.next());
    }

    @GetMapping("/postings/{id}")
    @Operation(summary = "How far a posting is; the first of a correction has the correction's id")
    PostingAnswer posting(Caller caller, @PathVariable String id) {
        return found(() -> postings.find(caller.tenant(), id));
    }

    @DeleteMapping("/postings/{id}")
    @Operation(summary = "Stops a posting after its present step; what is posted stays")
    PostingAnswer cancel(Caller caller, @PathVariable String id) {
        return found(() -> postings.cancel(caller.tenant(), id, caller.subject()));
    }

    @PostMapping("/corrections/{id}/postings")
    @Operation(
            summary = "Starts the posting of an approved correction again; what is posted already is not posted twice")
    ResponseEntity<PostingAnswer> again(Caller caller, @PathVariable String id, IdempotentId posting) {
        Correction correction = rules.programme(caller.tenant())
                .correction(id)
                .orElseThrow(() -> new CommandRefused(new ProgrammeRejection.CorrectionNotFound()));
        Integer right = correction.right();
        if (right == null || correction.usedFrom() == null) {
            throw new CommandRefused(new ProgrammeRejection.CorrectionIsNotApproved(correction.status()));
        }
        JobStatus job = postings.ask(
                caller.tenant(),
                posting.toString(),
                new PostingAsked(id, right, correction.usedFrom()),
                caller.subject());
        return ResponseEntity.accepted()
                .location(URI.create(POSTINGS + posting))
                .body(PostingAnswer.of(job));
    }

    private static PostingAnswer found(Supplier<Optional<JobStatus>> search) {
        try {
            return search.get().map(PostingAnswer::of).orElseThrow(PostingController::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static RequestRefused unknown() {
        return RequestRefused.notFound("posting-not-found", "There is no such posting, or no longer.");
    }
}
