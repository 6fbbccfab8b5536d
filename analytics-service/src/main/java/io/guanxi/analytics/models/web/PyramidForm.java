package io.guanxi.analytics.models.web;

import io.guanxi.analytics.models.domain.ImpossibleTerms;
import io.guanxi.analytics.models.domain.PyramidTerms;
import io.guanxi.analytics.picture.domain.PyramidRule;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pyramid's rule with thresholds that a person sets. Amounts and shares are decimals, written as texts.
 *
 * @param currency of all amounts
 * @param rates what one unit of another currency is worth in it; a currency without a rate counts as nothing
 * @param hysteresis how far below a threshold one must fall to leave the upper side, as a part of it; 0.1 by default
 * @param windowDays whose net revenue is the value; 365 by default
 * @param horizonDays for which orders are expected; 365 by default
 * @param referralWorth what each referral of the window adds to the potential; 0 by default
 * @param lapseBelow a customer has lapsed below this probability of being alive; 0.2 by default
 * @param why for colleagues; no personal data
 */
record PyramidForm(
        @Schema(example = "EUR") @Nullable String currency,

        @Schema(example = "{\"USD\": \"0.92\"}") @Nullable Map<String, String> rates,

        @Schema(example = "500.00") @Nullable String valueAtLeast,
        @Schema(example = "120.00") @Nullable String potentialAtLeast,
        @Nullable String hysteresis,
        @Nullable Integer windowDays,
        @Nullable Integer horizonDays,
        @Nullable String referralWorth,
        @Nullable String lapseBelow,
        @Nullable String why) {

    static final int LONGEST_WHY = 500;

    /** Bounded, so that no number can be written that takes long to compute with. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,12})?");

    /** @throws RequestRefused with status 400 that names all that is wrong */
    PyramidTerms terms() {
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, BigDecimal> read = new TreeMap<>();
        Objects.requireNonNullElse(rates, Map.<String, String>of())
                .forEach((other, rate) -> read.put(other, decimal("/rates/" + other, rate, null, problems)));
        BigDecimal value = decimal("/valueAtLeast", valueAtLeast, null, problems);
        BigDecimal potential = decimal("/potentialAtLeast", potentialAtLeast, null, problems);
        BigDecimal kept = decimal("/hysteresis", hysteresis, PyramidRule.DEFAULT_HYSTERESIS, problems);
        BigDecimal referral = decimal("/referralWorth", referralWorth, BigDecimal.ZERO, problems);
        BigDecimal lapse = decimal("/lapseBelow", lapseBelow, PyramidRule.DEFAULT_LAPSE_BELOW, problems);
        if (why != null && (why.isBlank() || why.length() > LONGEST_WHY)) {
            problems.add(FieldProblem.inBody("/why", "must have 1 to " + LONGEST_WHY + " characters"));
        }
        if (!problems.isEmpty()) {
            throw RequestRefused.fields(problems);
        }
        try {
            return new PyramidTerms(
                    Objects.requireNonNullElse(currency, ""),
                    read,
                    value,
                    potential,
                    kept,
                    Objects.requireNonNullElse(windowDays, PyramidRule.DEFAULT_WINDOW_DAYS),
                    Objects.requireNonNullElse(horizonDays, PyramidRule.DEFAULT_HORIZON_DAYS),
                    referral,
                    lapse,
                    null);
        } catch (ImpossibleTerms impossible) {
            throw RequestRefused.fields(impossible.faults().stream()
                    .map(fault -> FieldProblem.inBody(fault.pointer(), "must be " + fault.expected()))
                    .toList());
        }
    }

    private static BigDecimal decimal(
            String pointer, @Nullable String text, @Nullable BigDecimal otherwise, List<FieldProblem> problems) {
        if (text == null && otherwise != null) {
            return otherwise;
        }
        if (text == null || !DECIMAL.matcher(text).matches()) {
            problems.add(FieldProblem.inBody(pointer, "must be a decimal such as \"1.5\""));
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }
}
