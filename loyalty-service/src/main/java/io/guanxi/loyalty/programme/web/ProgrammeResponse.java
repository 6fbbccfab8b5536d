package io.guanxi.loyalty.programme.web;

import io.guanxi.loyalty.account.domain.EarningRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The programme as it is now. Entries made by earlier versions of the rule keep theirs.
 *
 * @param earningPolicies the policies that decide about a payment, in the order they are asked
 * @param reversalPolicies the policies that decide about a return or a cancellation
 */
record ProgrammeResponse(Earning earning, List<String> earningPolicies, List<String> reversalPolicies) {

    /**
     * @param defaultRate points for one unit of a currency that is not in {@code rates}, a decimal; absent if it earns nothing
     * @param rates points for one currency unit, decimals by ISO 4217 code
     */
    record Earning(int version, @Nullable String defaultRate, Map<String, String> rates, String rounding) {

        static Earning of(EarningRule rule) {
            var rates = new TreeMap<String, String>();
            rule.rates().forEach((currency, rate) -> rates.put(currency, rate.toPlainString()));
            BigDecimal defaultRate = rule.defaultRate();
            return new Earning(
                    rule.version(),
                    defaultRate == null ? null : defaultRate.toPlainString(),
                    rates,
                    rule.rounding().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }
}
