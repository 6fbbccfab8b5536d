package io.guanxi.loyalty.programme.web;

import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.programme.command.Programmes;
import io.guanxi.loyalty.programme.domain.Correction;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ApproveCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.ProposeCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.RejectCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeRejection;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.loyalty.programme.web.ProgrammeAnswers.CorrectionAnswer;
import io.guanxi.loyalty.programme.web.ProgrammeForms.CorrectionForm;
import io.guanxi.loyalty.programme.web.ProgrammeForms.ReasonForm;
import io.guanxi.web.Caller;
import io.guanxi.web.IdempotentId;
import io.guanxi.web.Page;
import io.guanxi.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/loyalty/programme/corrections")
@Tag(name = "Loyalty programme")
class CorrectionController {

    private final Programmes programmes;
    private final RuleBooks books;
    private final Clock clock;

    CorrectionController(Programmes programmes, RuleBooks books, Clock clock) {
        this.programmes = programmes;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Versions that were wrong, and what became of it; the latest proposal first")
    Page<CorrectionAnswer> corrections(Caller caller) {
        return new Page<>(
                books.programme(caller.tenant()).corrections().values().stream()
                        .sorted(Comparator.comparing(Correction::proposedAt).reversed())
                        .map(CorrectionAnswer::of)
                        .toList(),
                null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A correction")
    ResponseEntity<CorrectionAnswer> correction(Caller caller, @PathVariable String id) {
        return answer(books.programme(caller.tenant()), id, ResponseEntity.ok());
    }

    @PostMapping
    @Operation(
            summary = "Proposes a draft as what a version should have said; If-Match names the draft's revision",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = CorrectionForm.class))))
    ResponseEntity<CorrectionAnswer> propose(
            @RequestBody JsonNode body,
            IdempotentId id,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        CorrectionForm form = ProgrammeForms.correction(body);
        String correction = id.toString();
        Programme after = programmes.send(
                new ProposeCorrection(
                        correction,
                        clock.instant(),
                        caller.subject(),
                        correction,
                        form.draft(),
                        form.version(),
                        form.reason(),
                        form.rehearsal()),
                origin,
                ProgrammeForms.seen(ifMatch));
        return answer(
                after,
                correction,
                ResponseEntity.created(URI.create("/api/loyalty/programme/corrections/" + correction)));
    }

    @PostMapping("/{id}/approvals")
    @Operation(summary = "Lets a correction have its effect; not for the one who proposed it")
    ResponseEntity<CorrectionAnswer> approve(
            @PathVariable String id,
            IdempotentId command,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Programme after = programmes.send(
                new ApproveCorrection(command.toString(), clock.instant(), caller.subject(), id),
                origin,
                revision -> Versions.check(ifMatch, revision));
        return answer(after, id, ResponseEntity.ok());
    }

    @PostMapping("/{id}/rejections")
    @Operation(
            summary = "Ends a correction without an effect; its draft can be worked on again",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ReasonForm.class))))
    ResponseEntity<CorrectionAnswer> reject(
            @PathVariable String id,
            @RequestBody JsonNode body,
            IdempotentId command,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String reason = ProgrammeForms.reason(body).reason();
        Programme after = programmes.send(
                new RejectCorrection(command.toString(), clock.instant(), caller.subject(), id, reason),
                origin,
                revision -> Versions.check(ifMatch, revision));
        return answer(after, id, ResponseEntity.ok());
    }

    private static ResponseEntity<CorrectionAnswer> answer(
            Programme programme, String id, ResponseEntity.BodyBuilder answer) {
        Correction correction = programme
                .correction(id)
                .orElseThrow(() -> new CommandRefused(new ProgrammeRejection.CorrectionNotFound()));
        return answer.eTag(Versions.etag(correction.revision())).body(CorrectionAnswer.of(correction));
    }
}
