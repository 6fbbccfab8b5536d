package io.guanxi.analytics.models.web;

import io.guanxi.analytics.models.command.LatestDays;
import io.guanxi.analytics.models.command.Models;
import io.guanxi.analytics.models.domain.Cause;
import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelCommand.PublishPyramidRule;
import io.guanxi.analytics.models.domain.PyramidTerms;
import io.guanxi.kernel.Origin;
import io.guanxi.web.Caller;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.Page;
import io.guanxi.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/analytics/pyramid/rules")
@Tag(name = "Analytics models")
class PyramidController {

    private final Models models;
    private final LatestDays days;
    private final Clock clock;

    PyramidController(Models models, LatestDays days, Clock clock) {
        this.models = models;
        this.days = days;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Every rule of the pyramid there ever was, the newest first; its version is the ETag")
    ResponseEntity<Page<PyramidAnswer>> rules(Caller caller) {
        ModelBook book = models.of(caller.tenant());
        return ResponseEntity.ok()
                .eTag(Versions.etag(book.pyramidVersion()))
                .body(new Page<>(
                        book.pyramids().reversed().stream()
                                .map(PyramidAnswer::of)
                                .toList(),
                        null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Publishes the next rule, with thresholds that a person sets",
            description =
                    "It is used from the day of the tenant's latest event on. The rule in force once more is no new"
                            + " version. Once there is a rule, If-Match must name the version that was seen.")
    ResponseEntity<PyramidAnswer> publish(
            @RequestBody PyramidForm form,
            IdempotentId id,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        PyramidTerms terms = form.terms();
        Instant now = clock.instant();
        ModelBook after = models.record(
                caller.tenant(),
                new PublishPyramidRule(
                        new Cause(id.toString(), now, caller.subject(), form.why()), days.of(caller.tenant()), terms),
                origin,
                now,
                book -> Seen.check(ifMatch, book.pyramidVersion()));
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Versions.etag(after.pyramidVersion()))
                .body(PyramidAnswer.of(after.pyramids().getLast()));
    }
}
