package io.guanxi.analytics.models.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.analytics.models.domain.Measured;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.PyramidTerms;
import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A version of the pyramid's rule. Amounts and shares are decimals, written as texts.
 *
 * @param effectiveFrom asked for this day or a later one it is used, until there is a later version
 * @param basis {@code fixed} if a person set the thresholds, {@code measured} if they were cut by shares of customers
 * @param measured absent if they were set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PyramidAnswer(
        int version,
        LocalDate effectiveFrom,
        String currency,
        Map<String, String> rates,
        String valueAtLeast,
        String potentialAtLeast,
        String hysteresis,
        int windowDays,
        int horizonDays,
        String referralWorth,
        String lapseBelow,
        String basis,
        @Nullable Cut measured,
        Instant publishedAt,
        String publishedBy,
        @Nullable String why) {

    /**
     * By which the thresholds were cut.
     *
     * @param lifetimeVersion of the model behind the potential; absent if there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cut(
            LocalDate day,
            long customers,
            String valueShare,
            String potentialShare,
            @Nullable Integer lifetimeVersion) {}

    static PyramidAnswer of(PyramidRulePublished published) {
        PyramidTerms terms = published.terms();
        Map<String, String> rates = new TreeMap<>();
        terms.rates().forEach((currency, rate) -> rates.put(currency, rate.toPlainString()));
        return new PyramidAnswer(
                published.version(),
                published.effectiveFrom(),
                terms.currency(),
                rates,
                shown(terms.valueAtLeast()),
                shown(terms.potentialAtLeast()),
                terms.hysteresis().toPlainString(),
                terms.windowDays(),
                terms.horizonDays(),
                shown(terms.referralWorth()),
                terms.lapseBelow().toPlainString(),
                terms.basis(),
                cut(terms.measured()),
                published.cause().at(),
                published.cause().by(),
                published.cause().why());
    }

    private static @Nullable Cut cut(@Nullable Measured measured) {
        return measured == null
                ? null
                : new Cut(
                        measured.day(),
                        measured.customers(),
                        measured.valueShare().toPlainString(),
                        measured.potentialShare().toPlainString(),
                        measured.lifetimeVersion());
    }

    private static String shown(BigDecimal amount) {
        return Amounts.shown(amount).toPlainString();
    }
}
