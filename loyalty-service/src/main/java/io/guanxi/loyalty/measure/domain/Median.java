package io.guanxi.loyalty.measure.domain;

import java.math.BigDecimal;
import java.util.List;

/** The middle one of values; of an even number of values, what lies between the two in the middle. */
final class Median {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Median() {}

    /** @param values at least one */
    static BigDecimal of(List<BigDecimal> values) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO);
    }
}
