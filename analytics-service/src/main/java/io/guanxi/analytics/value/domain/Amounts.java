package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;

/** Amounts have four decimals, all that the contract allows, so that equal amounts are equal objects. */
public final class Amounts {

    public static final int DECIMALS = 4;

    public static final BigDecimal ZERO = BigDecimal.ZERO.setScale(DECIMALS);

    private static final int DECIMALS_SHOWN = 2;

    private Amounts() {}

    /** @throws ArithmeticException if it has more than four decimals */
    public static BigDecimal exact(BigDecimal amount) {
        return amount.setScale(DECIMALS);
    }

    /** As it is published: two decimals, or as many as it needs. */
    public static BigDecimal shown(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(DECIMALS_SHOWN, stripped.scale()));
    }
}
