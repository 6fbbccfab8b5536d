package io.guanxi.loyalty.programme.web;

import io.guanxi.kernel.CommandRefused;
import io.guanxi.loyalty.programme.NamedPolicies;
import io.guanxi.loyalty.programme.domain.Draft;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeRejection;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import io.guanxi.loyalty.programme.domain.Version;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.loyalty.programme.web.ProgrammeAnswers.DifferenceAnswer;
import io.guanxi.loyalty.programme.web.ProgrammeAnswers.Side;
import io.guanxi.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/loyalty/programme")
@Tag(name = "Loyalty programme")
class ProgrammeController {

    private final RuleBooks books;
    private final ProgrammeTerms terms;
    private final NamedPolicies policies;
    private final Clock clock;
    private final JsonMapper json;

    ProgrammeController(RuleBooks books, ProgrammeTerms terms, NamedPolicies policies, Clock clock, JsonMapper json) {
        this.books = books;
        this.terms = terms;
        this.policies = policies;
        this.clock = clock;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "The rules in force at present, and the policies by which they are applied, in their order")
    ProgrammeResponse programme(Caller caller) {
        Instant now = clock.instant();
        Programme programme = books.programme(caller.tenant());
        int present = programme.book(terms).inForce(now, now).version();
        Version version = programme.version(present, terms).orElseThrow();
        return ProgrammeResponse.of(version, programme.book(terms), now, policies);
    }

    @GetMapping("/difference")
    @Operation(summary = "What two versions or drafts say differently; a number is a version, a UUID is a draft")
    DifferenceAnswer difference(Caller caller, @RequestParam String from, @RequestParam String to) {
        Programme programme = books.programme(caller.tenant());
        Compared old = compared(programme, from);
        Compared now = compared(programme, to);
        return new DifferenceAnswer(old.side(), now.side(), Difference.between(tree(old.rules()), tree(now.rules())));
    }

    private record Compared(Side side, ProgrammeRules rules) {}

    private Compared compared(Programme programme, String name) {
        if (name.matches("[1-9][0-9]{0,8}")) {
            Version version = programme
                    .version(Integer.parseInt(name), terms)
                    .orElseThrow(() -> new CommandRefused(new ProgrammeRejection.VersionNotFound()));
            return new Compared(
                    new Side(version.number(), null, version.title()),
                    version.published().rules());
        }
        Draft draft =
                programme.draft(name).orElseThrow(() -> new CommandRefused(new ProgrammeRejection.DraftNotFound()));
        return new Compared(new Side(null, draft.id(), draft.title()), draft.rules());
    }

    private JsonNode tree(ProgrammeRules rules) {
        return json.valueToTree(RulesDocument.of(rules));
    }
}
