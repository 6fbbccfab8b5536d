package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.models.domain.ImpossibleTerms.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must be true of a pyramid's terms, whoever publishes them. They are read again with every event: only ever loosen. */
enum PyramidLimits {
    AMOUNTS_HAVE_A_CURRENCY(
            "/currency", "an ISO 4217 code, three capital letters", terms -> isCurrency(terms.currency)),

    RATES_ARE_OF_OTHER_CURRENCIES(
            "/rates",
            "decimals above 0 with at most 10 digits before the point and 12 after it, by ISO 4217 codes other than the"
                    + " rule's",
            terms -> terms.rates.entrySet().stream()
                    .allMatch(rate -> isCurrency(rate.getKey())
                            && !rate.getKey().equals(terms.currency)
                            && rate.getValue().signum() > 0
                            && fits(rate.getValue(), 10, 12))),

    HIGH_VALUE_BEGINS_ABOVE_NOTHING("/valueAtLeast", Said.AMOUNT, terms -> isAmount(terms.valueAtLeast, 1)),

    HIGH_POTENTIAL_BEGINS_ABOVE_NOTHING("/potentialAtLeast", Said.AMOUNT, terms -> isAmount(terms.potentialAtLeast, 1)),

    A_GRADE_IS_NOT_KEPT_FOR_EVER(
            "/hysteresis", "0 to 0.5, with at most 4 decimals", terms -> isShare(terms.hysteresis, "0", "0.5")),

    VALUE_IS_OF_A_WINDOW_OF_DAYS("/windowDays", Said.DAYS, terms -> isDays(terms.windowDays)),

    POTENTIAL_IS_OF_A_HORIZON_OF_DAYS("/horizonDays", Said.DAYS, terms -> isDays(terms.horizonDays)),

    A_REFERRAL_TAKES_NOTHING_AWAY(
            "/referralWorth", "0 or an amount with at most 4 decimals", terms -> isAmount(terms.referralWorth, 0)),

    WHO_HAS_LAPSED_MAY_STILL_COME_BACK(
            "/lapseBelow", "0.01 to 0.99, with at most 4 decimals", terms -> isShare(terms.lapseBelow, "0.01", "0.99")),

    SHARES_LEAVE_SOMEBODY_ON_EACH_SIDE("/measured", "shares between 0 and 1 of at least one customer", terms -> {
        Measured measured = terms.measured;
        return measured == null
                || measured.customers() > 0
                        && isBetween(measured.valueShare(), BigDecimal.ZERO, BigDecimal.ONE)
                        && isBetween(measured.potentialShare(), BigDecimal.ZERO, BigDecimal.ONE);
    });

    private static final int LONGEST_DAYS = 3660;

    private final String pointer;
    private final String expected;
    private final Predicate<Terms> kept;

    PyramidLimits(String pointer, String expected, Predicate<Terms> kept) {
        this.pointer = pointer;
        this.expected = expected;
        this.kept = kept;
    }

    /** What is judged, before it is a value. */
    record Terms(
            String currency,
            Map<String, BigDecimal> rates,
            BigDecimal valueAtLeast,
            BigDecimal potentialAtLeast,
            BigDecimal hysteresis,
            int windowDays,
            int horizonDays,
            BigDecimal referralWorth,
            BigDecimal lapseBelow,
            @Nullable Measured measured) {}

    /** Sentences that several limits say. */
    private static final class Said {
        private static final String AMOUNT = "an amount above 0 with at most 4 decimals";
        private static final String DAYS = "1 to 3660 days";
    }

    static void check(Terms terms) {
        List<Fault> faults = Stream.of(values())
                .filter(limit -> !limit.kept.test(terms))
                .map(limit -> new Fault(limit.name(), limit.pointer, limit.expected))
                .toList();
        if (!faults.isEmpty()) {
            throw new ImpossibleTerms(faults);
        }
    }

    private static boolean isCurrency(String code) {
        return code.matches("[A-Z]{3}");
    }

    private static boolean isAmount(BigDecimal amount, int leastSign) {
        return amount.signum() >= leastSign && fits(amount, 15, 4);
    }

    /** As many digits as the contract allows. */
    private static boolean fits(BigDecimal number, int whole, int decimals) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= decimals && plain.precision() - plain.scale() <= whole;
    }

    private static boolean isShare(BigDecimal share, String least, String most) {
        return share.compareTo(new BigDecimal(least)) >= 0
                && share.compareTo(new BigDecimal(most)) <= 0
                && fits(share, 1, 4);
    }

    private static boolean isBetween(BigDecimal share, BigDecimal least, BigDecimal most) {
        return share.compareTo(least) > 0 && share.compareTo(most) < 0;
    }

    private static boolean isDays(int days) {
        return days >= 1 && days <= LONGEST_DAYS;
    }
}
