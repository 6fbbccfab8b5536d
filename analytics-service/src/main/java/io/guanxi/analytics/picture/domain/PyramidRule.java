package io.guanxi.analytics.picture.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * By what customers are divided into grades, and from when on they have lapsed.
 *
 * @param version from 1
 * @param effectiveFrom asked for this day or a later one it is used, until there is a later version
 * @param currency of all amounts
 * @param valueAtLeast from this net revenue of the window on a customer's value is high
 * @param potentialAtLeast from this potential on it is high
 * @param hysteresis how far below a threshold one must fall to leave the upper side, as a part of it: 0 to below 1
 * @param windowDays whose net revenue is the value, up to and with the day that is asked for
 * @param horizonDays for which orders are expected
 * @param referralWorth what each referral of the window adds to the potential
 * @param lapseBelow the customer has lapsed below this probability of being alive
 * @param basis where the thresholds come from: {@code fixed} or {@code measured}
 */
public record PyramidRule(
        int version,
        LocalDate effectiveFrom,
        String currency,
        BigDecimal valueAtLeast,
        BigDecimal potentialAtLeast,
        BigDecimal hysteresis,
        int windowDays,
        int horizonDays,
        BigDecimal referralWorth,
        BigDecimal lapseBelow,
        String basis) {

    public static final int DEFAULT_WINDOW_DAYS = 365;
    public static final int DEFAULT_HORIZON_DAYS = 365;
    public static final BigDecimal DEFAULT_HYSTERESIS = new BigDecimal("0.1");
    public static final BigDecimal DEFAULT_LAPSE_BELOW = new BigDecimal("0.2");

    private static final int LONGEST = 3660;

    public PyramidRule {
        require("version", version >= 1, version);
        require("valueAtLeast", valueAtLeast.signum() > 0, valueAtLeast);
        require("potentialAtLeast", potentialAtLeast.signum() > 0, potentialAtLeast);
        require("hysteresis", hysteresis.signum() >= 0 && hysteresis.compareTo(BigDecimal.ONE) < 0, hysteresis);
        require("windowDays", windowDays >= 1 && windowDays <= LONGEST, windowDays);
        require("horizonDays", horizonDays >= 1 && horizonDays <= LONGEST, horizonDays);
        require("referralWorth", referralWorth.signum() >= 0, referralWorth);
        require("lapseBelow", lapseBelow.signum() >= 0 && lapseBelow.compareTo(BigDecimal.ONE) < 0, lapseBelow);
    }

    private static void require(String what, boolean possible, Object is) {
        if (!possible) {
            throw new IllegalArgumentException(what + ": " + is + " is impossible");
        }
    }

    /** From this value on the grade's upper side is kept. */
    public BigDecimal valueKeptFrom() {
        return kept(valueAtLeast);
    }

    /** From this potential on the grade's upper side is kept. */
    public BigDecimal potentialKeptFrom() {
        return kept(potentialAtLeast);
    }

    private BigDecimal kept(BigDecimal threshold) {
        return threshold.multiply(BigDecimal.ONE.subtract(hysteresis));
    }

    /**
     * @param before what the customer had until now; null if none
     * @param potentialReaches whether the potential is so much
     */
    Grade grade(@Nullable Grade before, BigDecimal value, Predicate<BigDecimal> potentialReaches) {
        boolean keepsValue = before != null && before.highValue();
        boolean keepsPotential = before != null && before.highPotential();
        return Grade.of(
                value.compareTo(keepsValue ? valueKeptFrom() : valueAtLeast) >= 0,
                potentialReaches.test(keepsPotential ? potentialKeptFrom() : potentialAtLeast));
    }
}
