package io.guanxi.loyalty.account.web;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.explain.BalanceExplanation;
import io.guanxi.loyalty.account.explain.ExplainingABalance;
import io.guanxi.loyalty.account.explain.ExplainingARedemption;
import io.guanxi.loyalty.account.explain.ExplainingATier;
import io.guanxi.loyalty.account.explain.Language;
import io.guanxi.loyalty.account.explain.RedemptionExplanation;
import io.guanxi.loyalty.account.explain.TierExplanation;
import io.guanxi.loyalty.account.history.AccountThen;
import io.guanxi.loyalty.account.history.RecallingAnAccount;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why an account stands where it does, or did. */
@RestController
@RequestMapping("/api/loyalty/accounts/{customerId}")
@Tag(name = "Loyalty accounts")
class StandingController {

    private final Moments moments;
    private final RecallingAnAccount recalling;

    StandingController(Moments moments, RecallingAnAccount recalling) {
        this.moments = moments;
        this.recalling = recalling;
    }

    @GetMapping("/balance/explanation")
    @Operation(summary = "What the points are made of, now or at a past moment, and a sentence in English or Chinese")
    ResponseEntity<Told<BalanceExplanation>> balance(
            Caller caller,
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        AccountThen then = moments.of(Accounts.customer(caller, customerId), asOf, knownAt);
        var why = ExplainingABalance.explain(then, zone(then, recalling.book(caller.tenant())));
        return told(why, why.purses().getFirst().sentences(), acceptLanguage);
    }

    @GetMapping("/tier/explanation")
    @Operation(
            summary = "Why the tier is or was what it is, and how much more keeps it or gives the next one",
            description = "The counterfactual holds by the rules of that moment and if nothing is returned meanwhile.")
    ResponseEntity<Told<TierExplanation>> tier(
            Caller caller,
            @PathVariable String customerId,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        AccountThen then = moments.of(Accounts.customer(caller, customerId), asOf, knownAt);
        var why = ExplainingATier.explain(then, recalling.book(caller.tenant()));
        return told(why, why.sentences(), acceptLanguage);
    }

    @GetMapping("/redemption/explanation")
    @Operation(
            summary = "What a checkout would be answered now, and why",
            description =
                    "Nothing is kept aside. A refusal says how many points are missing and when pending ones come.")
    ResponseEntity<Told<RedemptionExplanation>> redemption(
            Caller caller,
            @PathVariable String customerId,
            @RequestParam long points,
            @RequestParam(defaultValue = LedgerEntry.MAIN_PURSE) String purse,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        if (points < 1) {
            throw RequestRefused.parameter("points", "must be 1 or more");
        }
        CustomerKey customer = Accounts.customer(caller, customerId);
        var why = ExplainingARedemption.explain(
                moments.of(customer, null, null), purse, points, recalling.book(caller.tenant()));
        return told(why, why.sentences(), acceptLanguage);
    }

    private static ZoneId zone(AccountThen then, RuleBook book) {
        return book.inForce(then.asOf(), then.knownAt()).rules().zone();
    }

    /**
     * @param language the tag of the language of {@code sentence}, chosen by {@code Accept-Language}
     * @param why the same in numbers, with the sentences of every language
     */
    record Told<T>(String language, String sentence, T why) {}

    private static <T> ResponseEntity<Told<T>> told(
            T why, Map<String, String> sentences, @Nullable String acceptLanguage) {
        Language language = Language.best(acceptLanguage);
        String sentence = Objects.requireNonNull(sentences.get(language.tag()), "a sentence in each language");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(new Told<>(language.tag(), sentence, why));
    }
}
