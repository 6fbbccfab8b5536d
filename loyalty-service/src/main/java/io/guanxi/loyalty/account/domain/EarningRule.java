package io.guanxi.loyalty.account.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many points a paid amount earns.
 *
 * @param version names this rule in every entry that it makes, counted from 1; a changed rule takes a new one
 * @param defaultRate points for one unit of a currency that has no rate of its own; absent if such a currency shall
 *     earn nothing
 * @param rates points for one currency unit, by ISO 4217 code
 * @param rounding how a fraction of a point is rounded, once per order: down, up, half-down, half-up or half-even
 */
public record EarningRule(
        int version, @Nullable BigDecimal defaultRate, Map<String, BigDecimal> rates, RoundingMode rounding) {

    private static final BigDecimal HIGHEST_RATE = new BigDecimal("1000000");

    /** Amounts are never negative, so floor and ceiling would be other names for down and up. */
    private static final Set<RoundingMode> ROUNDINGS = EnumSet.of(
            RoundingMode.DOWN, RoundingMode.UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN);

    public EarningRule {
        rates = Map.copyOf(rates);
        require(version >= 1, "version: " + version + " (expected: 1 or more)");
        require(ROUNDINGS.contains(rounding), "rounding: " + rounding + " (expected: one of " + ROUNDINGS + ")");
        if (defaultRate != null) {
            requireRate("default-rate", defaultRate);
        }
        rates.forEach((currency, rate) -> {
            require(currency.matches("[A-Z]{3}"), "rates: " + currency + " (expected: an ISO 4217 code)");
            requireRate("rates." + currency, rate);
        });
    }

    /** The part of this rule that decides about payments in {@code currency}. */
    public AppliedRule in(String currency) {
        return new AppliedRule(version, rates.getOrDefault(currency, defaultRate), rounding);
    }

    private static void requireRate(String name, BigDecimal rate) {
        require(
                rate.signum() >= 0 && rate.compareTo(HIGHEST_RATE) <= 0 && rate.scale() <= 6,
                name + ": " + rate.toPlainString() + " (expected: 0 to 1000000 with at most 6 decimals)");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
