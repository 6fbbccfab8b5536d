package io.guanxi.loyalty.programme.web;

import io.guanxi.loyalty.account.domain.EarningPolicy;
import io.guanxi.loyalty.account.domain.EarningRule;
import io.guanxi.loyalty.account.domain.ReversalPolicy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Loyalty programme")
class ProgrammeController {

    private final EarningRule rule;

    ProgrammeController(EarningRule rule) {
        this.rule = rule;
    }

    @GetMapping("/api/loyalty/programme")
    @Operation(summary = "The rule by which points are earned at present, and the policies in their order")
    ProgrammeResponse programme() {
        return new ProgrammeResponse(
                ProgrammeResponse.Earning.of(rule),
                Arrays.stream(EarningPolicy.values()).map(EarningPolicy::code).toList(),
                Arrays.stream(ReversalPolicy.values()).map(ReversalPolicy::code).toList());
    }
}
