package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.models.domain.Measured;
import io.guanxi.analytics.models.domain.PyramidTerms;
import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule of the pyramid as a run tells of it: amounts and rates are decimals, written as texts.
 *
 * @param currency of all amounts
 */
record CutRule(
        String currency,
        Map<String, String> rates,
        String valueAtLeast,
        String potentialAtLeast,
        String hysteresis,
        int windowDays,
        int horizonDays,
        String referralWorth,
        String lapseBelow,
        @Nullable Measured measured) {

    static CutRule of(PyramidTerms terms) {
        Map<String, String> rates = new TreeMap<>();
        terms.rates().forEach((currency, rate) -> rates.put(currency, rate.toPlainString()));
        return new CutRule(
                terms.currency(),
                rates,
                shown(terms.valueAtLeast()),
                shown(terms.potentialAtLeast()),
                terms.hysteresis().toPlainString(),
                terms.windowDays(),
                terms.horizonDays(),
                shown(terms.referralWorth()),
                terms.lapseBelow().toPlainString(),
                terms.measured());
    }

    private static String shown(BigDecimal amount) {
        return Amounts.shown(amount).toPlainString();
    }
}
