package io.guanxi.analytics.picture.explain;

import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as they are written into explanations. */
final class Numbers {

    private static final int PROBABILITY_DECIMALS = 4;

    private Numbers() {}

    static String money(BigDecimal amount) {
        return Amounts.shown(amount.setScale(Amounts.DECIMALS, RoundingMode.HALF_EVEN))
                .toPlainString();
    }

    static String share(double share) {
        return BigDecimal.valueOf(share)
                .setScale(PROBABILITY_DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** Such as {@code 18.7 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    static String decimal(BigDecimal number) {
        BigDecimal stripped =
                number.setScale(PROBABILITY_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
    }
}
