package io.guanxi.loyalty.programme.web;

import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.programme.command.Programmes;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.PublishDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.WithdrawVersion;
import io.guanxi.loyalty.programme.domain.ProgrammeRejection;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.Version;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.loyalty.programme.web.ProgrammeAnswers.VersionDetails;
import io.guanxi.loyalty.programme.web.ProgrammeAnswers.VersionLine;
import io.guanxi.loyalty.programme.web.ProgrammeForms.PublicationForm;
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
import java.time.Instant;
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
@RequestMapping("/api/loyalty/programme")
@Tag(name = "Loyalty programme")
class VersionController {

    private final Programmes programmes;
    private final RuleBooks books;
    private final ProgrammeTerms terms;
    private final Clock clock;

    VersionController(Programmes programmes, RuleBooks books, ProgrammeTerms terms, Clock clock) {
        this.programmes = programmes;
        this.books = books;
        this.terms = terms;
        this.clock = clock;
    }

    @GetMapping("/versions")
    @Operation(summary = "Every version there ever was, the newest first")
    Page<VersionLine> versions(Caller caller) {
        Programme programme = books.programme(caller.tenant());
        RuleBook book = programme.book(terms);
        Instant now = clock.instant();
        return new Page<>(
                programme.versions(terms).reversed().stream()
                        .map(version -> VersionLine.of(version, book, now))
                        .toList(),
                null);
    }

    @GetMapping("/versions/{number}")
    @Operation(summary = "A version with its rules")
    ResponseEntity<VersionDetails> version(Caller caller, @PathVariable int number) {
        return answer(books.programme(caller.tenant()), number, ResponseEntity.ok());
    }

    @PostMapping("/drafts/{id}/publications")
    @Operation(
            summary = "Makes a draft the next version, from a future moment on",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = PublicationForm.class))))
    ResponseEntity<VersionDetails> publish(
            @PathVariable String id,
            @RequestBody JsonNode body,
            IdempotentId command,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Instant from = ProgrammeForms.publication(body).from();
        Programme after = programmes.send(
                new PublishDraft(command.toString(), clock.instant(), caller.subject(), id, from),
                origin,
                ProgrammeForms.seen(ifMatch));
        int number = after.published().stream()
                .filter(version -> id.equals(version.draft()))
                .findFirst()
                .orElseThrow(() -> new CommandRefused(new ProgrammeRejection.DraftNotFound()))
                .number();
        return answer(after, number, ResponseEntity.created(URI.create("/api/loyalty/programme/versions/" + number)));
    }

    @PostMapping("/versions/{number}/withdrawals")
    @Operation(
            summary = "Takes back a version that has not begun",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ReasonForm.class))))
    ResponseEntity<VersionDetails> withdraw(
            @PathVariable int number,
            @RequestBody JsonNode body,
            IdempotentId command,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        String reason = ProgrammeForms.reason(body).reason();
        Programme after = programmes.send(
                new WithdrawVersion(command.toString(), clock.instant(), caller.subject(), number, reason),
                origin,
                revision -> Versions.check(ifMatch, revision));
        return answer(after, number, ResponseEntity.ok());
    }

    private ResponseEntity<VersionDetails> answer(Programme programme, int number, ResponseEntity.BodyBuilder answer) {
        Version version = programme
                .version(number, terms)
                .orElseThrow(() -> new CommandRefused(new ProgrammeRejection.VersionNotFound()));
        return answer.eTag(Versions.etag(version.revision()))
                .body(VersionDetails.of(version, programme.book(terms), clock.instant()));
    }
}
