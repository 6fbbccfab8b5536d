package io.guanxi.analytics.models.web;

import io.guanxi.analytics.models.command.LatestDays;
import io.guanxi.analytics.models.command.Models;
import io.guanxi.analytics.models.domain.Cause;
import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelCommand;
import io.guanxi.analytics.models.domain.ModelCommand.DiscardDraft;
import io.guanxi.analytics.models.domain.ModelCommand.DraftSegment;
import io.guanxi.analytics.models.domain.ModelCommand.RetireSegment;
import io.guanxi.analytics.models.domain.ModelCommand.SwitchSegment;
import io.guanxi.analytics.models.domain.Segment;
import io.guanxi.analytics.segment.domain.SegmentName;
import io.guanxi.kernel.Origin;
import io.guanxi.web.Caller;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.Page;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/analytics/segments")
@Tag(name = "Analytics models")
class SegmentController {

    private final Models models;
    private final LatestDays days;
    private final Clock clock;

    SegmentController(Models models, LatestDays days, Clock clock) {
        this.models = models;
        this.days = days;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Every segment that is or was in use or is being drafted, by name")
    Page<SegmentAnswer> segments(Caller caller) {
        ModelBook book = models.of(caller.tenant());
        return new Page<>(
                book.segments().keySet().stream()
                        .flatMap(name -> book.segment(name).stream())
                        .map(SegmentAnswer::of)
                        .toList(),
                null);
    }

    @GetMapping("/{name}")
    @Operation(summary = "A segment with its draft and its definitions; its revision is the ETag")
    ResponseEntity<SegmentAnswer> segment(Caller caller, @PathVariable String name) {
        return answer(models.of(caller.tenant()), name);
    }

    @PutMapping("/{name}/draft")
    @Operation(
            summary = "Begins a draft, or puts another one in its place; nobody is judged by it",
            description = "Once there is such a segment, If-Match must name the revision that was seen.")
    ResponseEntity<SegmentAnswer> draft(
            @PathVariable String name,
            @RequestBody SegmentForm form,
            IdempotentId id,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        if (!SegmentName.isPossible(name)) {
            throw RequestRefused.parameter("name", "must be " + SegmentName.EXPECTED);
        }
        return answer(
                send(new DraftSegment(cause(id, caller), name, form.given(), form.meant()), name, origin, ifMatch),
                name);
    }

    @DeleteMapping("/{name}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throws the draft away; If-Match must name the revision that was seen")
    void discard(
            @PathVariable String name,
            IdempotentId id,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        send(new DiscardDraft(cause(id, caller), name), name, origin, ifMatch);
    }

    @PostMapping("/{name}/switch")
    @Operation(
            summary = "Makes the draft the definition in use",
            description =
                    "From the day of the tenant's latest event on. If-Match must name the revision that was seen.")
    ResponseEntity<SegmentAnswer> putToUse(
            @PathVariable String name,
            IdempotentId id,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        SwitchSegment command = new SwitchSegment(cause(id, caller), days.of(caller.tenant()), name, null);
        return answer(send(command, name, origin, ifMatch), name);
    }

    @DeleteMapping("/{name}")
    @Operation(
            summary = "Takes the segment out of use; its definitions and its draft stay",
            description =
                    "From the day of the tenant's latest event on. If-Match must name the revision that was seen.")
    ResponseEntity<SegmentAnswer> retire(
            @PathVariable String name,
            IdempotentId id,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        RetireSegment command = new RetireSegment(cause(id, caller), days.of(caller.tenant()), name);
        return answer(send(command, name, origin, ifMatch), name);
    }

    private Cause cause(IdempotentId id, Caller caller) {
        return new Cause(id.toString(), clock.instant(), caller.subject(), null);
    }

    private ModelBook send(ModelCommand command, String name, Origin origin, @Nullable String ifMatch) {
        return models.record(
                origin.tenant(),
                command,
                origin,
                command.cause().at(),
                book -> Seen.check(
                        ifMatch, book.segment(name).map(Segment::revision).orElse(0)));
    }

    private static ResponseEntity<SegmentAnswer> answer(ModelBook book, String name) {
        Segment segment = book.segment(name)
                .orElseThrow(() -> RequestRefused.notFound("segment-not-found", "There is no such segment."));
        return ResponseEntity.ok().eTag(Versions.etag(segment.revision())).body(SegmentAnswer.of(segment));
    }
}
