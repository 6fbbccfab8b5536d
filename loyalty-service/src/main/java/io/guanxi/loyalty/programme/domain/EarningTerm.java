package io.guanxi.loyalty.programme.domain;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reason to earn, such as a base rate, a campaign or a welcome gift.
 *
 * @param name kebab-case, unique in the programme; explanations name it
 * @param purse the currency of points that it gives
 * @param defaultRate points for one unit of a currency that has no rate of its own; absent if such an amount earns nothing
 * @param rates points for one currency unit, by ISO 4217 code
 * @param fixed points for the order as such, whatever it costs
 * @param when what an order must fulfil
 */
public record EarningTerm(
        String name,
        String purse,
        @Nullable BigDecimal defaultRate,
        Map<String, BigDecimal> rates,
        long fixed,
        Conditions when) {

    private static final BigDecimal HIGHEST_RATE = new BigDecimal("1000000");
    private static final long MOST_FIXED = 1_000_000_000L;

    public EarningTerm {
        rates = Sorted.copyOf(rates);
        Checks checks = new Checks();
        checks.code("/name", name);
        checks.code("/purse", purse);
        if (defaultRate != null) {
            checks.amount("/defaultRate", defaultRate, HIGHEST_RATE);
        }
        checks.amounts("/rates", rates, HIGHEST_RATE);
        checks.within("/fixed", fixed, 0, MOST_FIXED);
        checks.refuse();
    }

    /** Null if an amount in this currency earns nothing. */
    public @Nullable BigDecimal rateIn(String currency) {
        return rates.getOrDefault(currency, defaultRate);
    }
}
