package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.picture.domain.PyramidRule;
import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a pyramid's rule when it is published.
 *
 * @param currency of all amounts
 * @param rates what one unit of another currency is worth in it; a currency without a rate counts as nothing
 * @param valueAtLeast from this net revenue of the window on a customer's value is high
 * @param potentialAtLeast from this potential on it is high
 * @param hysteresis how far below a threshold one must fall to leave the upper side, as a part of it
 * @param windowDays whose net revenue is the value
 * @param horizonDays for which orders are expected
 * @param referralWorth what each referral of the window adds to the potential
 * @param lapseBelow a customer has lapsed below this probability of being alive
 * @param measured what the thresholds were cut by; null if a person set them
 */
public record PyramidTerms(
        String currency,
        Map<String, BigDecimal> rates,
        BigDecimal valueAtLeast,
        BigDecimal potentialAtLeast,
        BigDecimal hysteresis,
        int windowDays,
        int horizonDays,
        BigDecimal referralWorth,
        BigDecimal lapseBelow,
        @Nullable Measured measured) {

    public static final String FIXED = "fixed";
    public static final String MEASURED = "measured";

    /** @throws ImpossibleTerms that name everything that is wrong */
    public PyramidTerms {
        rates = Named.sorted(rates);
        PyramidLimits.check(new PyramidLimits.Terms(
                currency,
                rates,
                valueAtLeast,
                potentialAtLeast,
                hysteresis,
                windowDays,
                horizonDays,
                referralWorth,
                lapseBelow,
                measured));
        valueAtLeast = Amounts.exact(valueAtLeast);
        potentialAtLeast = Amounts.exact(potentialAtLeast);
        referralWorth = Amounts.exact(referralWorth);
        hysteresis = plain(hysteresis);
        lapseBelow = plain(lapseBelow);
    }

    /** Without zeros at the end, so that equal terms are equal objects. */
    private static BigDecimal plain(BigDecimal share) {
        return share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
    }

    public String basis() {
        return measured == null ? FIXED : MEASURED;
    }

    public PyramidRule rule(int version, LocalDate effectiveFrom) {
        return new PyramidRule(
                version,
                effectiveFrom,
                currency,
                valueAtLeast,
                potentialAtLeast,
                hysteresis,
                windowDays,
                horizonDays,
                referralWorth,
                lapseBelow,
                basis());
    }
}
