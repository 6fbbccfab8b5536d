package io.guanxi.loyalty.measure.web;

import io.guanxi.loyalty.account.web.Accounts;
import io.guanxi.loyalty.measure.domain.Classification;
import io.guanxi.loyalty.measure.domain.CustomerMeasures;
import io.guanxi.loyalty.measure.domain.JudgingTypes;
import io.guanxi.loyalty.measure.domain.LoyaltyRule;
import io.guanxi.loyalty.measure.domain.PurchaseHistory;
import io.guanxi.loyalty.measure.explain.ExplainingLoyalty;
import io.guanxi.loyalty.measure.view.purchases.FindPurchases;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/loyalty")
@Tag(name = "Loyalty measures")
class MeasureController {

    private static final int HIGHEST_SATISFACTION = 5;

    private final FindPurchases purchases;
    private final PresentMeasures tenants;
    private final RuleBooks rules;
    private final Clock clock;

    MeasureController(FindPurchases purchases, PresentMeasures tenants, RuleBooks rules, Clock clock) {
        this.purchases = purchases;
        this.tenants = tenants;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/measures")
    @Operation(summary = "How loyal customers are: rates, intervals and classes")
    MeasuresResponse measures(Caller caller) {
        return MeasuresResponse.of(tenants.of(caller.tenant()), notKnown());
    }

    @GetMapping("/accounts/{customerId}/loyalty")
    @Operation(summary = "How loyal a customer is, by what, and what would change that")
    LoyaltyResponse loyalty(
            Caller caller,
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable Integer satisfaction) {
        if (satisfaction != null && (satisfaction < 1 || satisfaction > HIGHEST_SATISFACTION)) {
            throw RequestRefused.parameter("satisfaction", "must be 1 to " + HIGHEST_SATISFACTION);
        }
        PurchaseHistory history =
                purchases.of(Accounts.customer(caller, customerId)).orElseThrow(Accounts::unknown);
        Instant now = clock.instant();
        LoyaltyRule rule = LoyaltyRule.PRESENT;
        CustomerMeasures measures = CustomerMeasures.of(history, now, rule);
        var tenant = tenants.of(caller.tenant());
        return new LoyaltyResponse(
                customerId,
                now,
                rule.version(),
                LoyaltyResponse.Measures.of(measures),
                LoyaltyResponse.Kind.of(
                        Classification.of(measures, tenant.measures(), satisfaction, now, rule), zone(caller, now)),
                JudgingTypes.of(measures, rule).stream()
                        .map(LoyaltyResponse.Type::of)
                        .toList(),
                notKnown(),
                tenant.at());
    }

    private ZoneId zone(Caller caller, Instant now) {
        return rules.of(caller.tenant()).inForce(now, now).rules().zone();
    }

    private static Map<String, Map<String, String>> notKnown() {
        return Map.of(
                "priceTolerance", ExplainingLoyalty.priceTolerance(),
                "complaintTolerance", ExplainingLoyalty.complaintTolerance());
    }
}
