package io.guanxi.loyalty.programme.web;

import io.guanxi.loyalty.programme.NamedPolicies;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.web.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Loyalty programme")
class ProgrammeController {

    private final RuleBooks books;
    private final NamedPolicies policies;
    private final Clock clock;

    ProgrammeController(RuleBooks books, NamedPolicies policies, Clock clock) {
        this.books = books;
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping("/api/loyalty/programme")
    @Operation(summary = "The rules in force at present, and the policies by which they are applied, in their order")
    ProgrammeResponse programme(Caller caller) {
        Instant now = clock.instant();
        return ProgrammeResponse.of(books.of(caller.tenant()).inForce(now, now), policies);
    }
}
