package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts that models answer in floating point, as amounts of four decimals. */
final class Money {

    private Money() {}

    static BigDecimal of(double amount) {
        return BigDecimal.valueOf(amount).setScale(Amounts.DECIMALS, RoundingMode.HALF_EVEN);
    }
}
