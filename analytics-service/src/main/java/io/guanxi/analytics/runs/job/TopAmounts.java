package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** Amounts of very many customers, eight bytes each: whole ten-thousandths. */
final class TopAmounts {

    private static final int FIRST_CAPACITY = 1024;

    private long[] units = new long[0];
    private int size;

    void add(BigDecimal amount) {
        if (size == units.length) {
            units = Arrays.copyOf(units, Math.max(FIRST_CAPACITY, size + (size >> 1)));
        }
        units[size++] = amount.setScale(Amounts.DECIMALS, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    int size() {
        return size;
    }

    /**
     * From which amount on customers belong to the best share of all.
     *
     * @param share above 0 and below 1
     * @return what the last of them has, but never nothing: then the smallest amount above it; 0 if nobody has one
     */
    BigDecimal ofTop(BigDecimal share) {
        long[] ascending = Arrays.copyOf(units, size);
        Arrays.sort(ascending);
        int last = share.multiply(BigDecimal.valueOf(size))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        for (int place = size - last; place < size; place++) {
            if (ascending[place] > 0) {
                return BigDecimal.valueOf(ascending[place], Amounts.DECIMALS);
            }
        }
        return Amounts.ZERO;
    }
}
