package io.guanxi.loyalty.programme.web;

import io.guanxi.loyalty.programme.NamedPolicies;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import java.math.BigDecimal;
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
 */
record ProgrammeResponse(Earning earning, List<String> earningPolicies, List<String> reversalPolicies) {

    static ProgrammeResponse of(PublishedRules present, NamedPolicies policies) {
        return new ProgrammeResponse(Earning.of(present), policies.earning(), policies.reversal());
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
