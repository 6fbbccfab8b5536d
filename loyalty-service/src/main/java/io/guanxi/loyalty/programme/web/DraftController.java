package io.guanxi.loyalty.programme.web;

import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.programme.command.Programmes;
import io.guanxi.loyalty.programme.domain.Draft;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.CopyVersion;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.CreateDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.DiscardDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.EditDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeRejection;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.loyalty.programme.web.ProgrammeAnswers.DraftAnswer;
import io.guanxi.loyalty.programme.web.ProgrammeForms.Beginning;
import io.guanxi.loyalty.programme.web.ProgrammeForms.DraftForm;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/loyalty/programme/drafts")
@Tag(name = "Loyalty programme")
class DraftController {

    private final Programmes programmes;
    private final RuleBooks books;
    private final Clock clock;

    DraftController(Programmes programmes, RuleBooks books, Clock clock) {
        this.programmes = programmes;
        this.books = books;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The rules that are being worked on, the latest edited first")
    Page<DraftAnswer> drafts(Caller caller) {
        return new Page<>(
                books.programme(caller.tenant()).drafts().values().stream()
                        .sorted(Comparator.comparing(Draft::at).reversed())
                        .map(DraftAnswer::line)
                        .toList(),
                null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "A draft with its rules")
    ResponseEntity<DraftAnswer> draft(Caller caller, @PathVariable String id) {
        return answer(draft(books.programme(caller.tenant()), id), ResponseEntity.ok());
    }

    @PostMapping
    @Operation(
            summary = "Begins a draft, with the rules of a version or with rules of its own",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = DraftForm.class))))
    ResponseEntity<DraftAnswer> create(@RequestBody JsonNode body, IdempotentId id, Caller caller, Origin origin) {
        Beginning beginning = ProgrammeForms.beginning(body);
        String draft = id.toString();
        Programme after = programmes.send(created(beginning, draft, caller), origin);
        return answer(
                draft(after, draft), ResponseEntity.created(URI.create("/api/loyalty/programme/drafts/" + draft)));
    }

    private ProgrammeCommand created(Beginning beginning, String draft, Caller caller) {
        Integer version = beginning.version();
        return version != null
                ? new CopyVersion(draft, clock.instant(), caller.subject(), draft, beginning.title(), version)
                : new CreateDraft(draft, clock.instant(), caller.subject(), draft, beginning.title(), rules(beginning));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Puts other rules in the place of a draft's",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = DraftForm.class))))
    ResponseEntity<DraftAnswer> edit(
            @PathVariable String id,
            @RequestBody JsonNode body,
            IdempotentId command,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Beginning edit = ProgrammeForms.edit(body);
        Programme after = programmes.send(
                new EditDraft(command.toString(), clock.instant(), caller.subject(), id, edit.title(), rules(edit)),
                origin,
                ProgrammeForms.seen(ifMatch));
        return answer(draft(after, id), ResponseEntity.ok());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Throws a draft away")
    ResponseEntity<Void> discard(
            @PathVariable String id,
            IdempotentId command,
            Caller caller,
            Origin origin,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        programmes.send(
                new DiscardDraft(command.toString(), clock.instant(), caller.subject(), id),
                origin,
                revision -> Versions.check(ifMatch, revision));
        return ResponseEntity.noContent().build();
    }

    private static ProgrammeRules rules(Beginning beginning) {
        return Objects.requireNonNull(beginning.rules(), "a form without a version has rules");
    }

    private static Draft draft(Programme programme, String id) {
        return programme.draft(id).orElseThrow(() -> new CommandRefused(new ProgrammeRejection.DraftNotFound()));
    }

    private static ResponseEntity<DraftAnswer> answer(Draft draft, ResponseEntity.BodyBuilder answer) {
        return answer.eTag(Versions.etag(draft.revision())).body(DraftAnswer.of(draft));
    }
}
