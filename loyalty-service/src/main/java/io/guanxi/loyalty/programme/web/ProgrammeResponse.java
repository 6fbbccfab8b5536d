package io.guanxi.loyalty.programme.web;

import io.guanxi.loyalty.programme.NamedPolicies;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.Version;
import io.guanxi.loyalty.programme.web.ProgrammeAnswers.VersionLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The programme as it is now. Entries made by earlier versions keep theirs.
 *
 * @param earning what any order earns, in short
 * @param earningPolicies the policies that decide about a payment, in the order they are asked
 * @param reversalPolicies the policies that decide about a return or a cancellation
 * @param version the version in force
 * @param rules all that it says
 */
record ProgrammeResponse(
        Earning earning,
        List<String> earningPolicies,
        List<String> reversalPolicies,
        VersionLine version,
        RulesDocument rules) {

    static ProgrammeResponse of(Version present, RuleBook book, Instant now, NamedPolicies policies) {
        return new ProgrammeResponse(
                Earning.of(present.published()),
                policies.earning(),
                policies.reversal(),
                VersionLine.of(present, book, now),
                RulesDocument.of(present.published().rules()));
    }

    /**
     * The first term of the main purse that asks nothing of an order.
     *
     * @param defaultRate points for one unit of a currency that is not in {@code rates}, a decimal; absent if it earns nothing
     * @param rates points for one currency unit, decimals by ISO 4217 code
     */
    record Earning(int version, @Nullable String defaultRate, Map<String, String> rates, String rounding) {

        static Earning of(PublishedRules present) {
            ProgrammeRules rules = present.rules();
            Optional<EarningTerm> base = rules.earning().stream()
                    .filter(term -> term.purse().equals(rules.mainPurse().code()))
                    .filter(term -> term.when().equals(Conditions.NONE))
                    .findFirst();
            var rates = new TreeMap<String, String>();
            base.ifPresent(term -> term.rates().forEach((currency, rate) -> rates.put(currency, rate.toPlainString())));
            return new Earning(
                    present.version(),
                    base.map(EarningTerm::defaultRate)
                            .map(BigDecimal::toPlainString)
                            .orElse(null),
                    rates,
                    rules.mainPurse().rounding().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
