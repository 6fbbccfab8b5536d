package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Conversion;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Conversions as texts: {@code EUR;CNY=0.13;USD=0.92}. Equal conversions have equal texts. */
final class Comparisons {

    private Comparisons() {}

    static String text(Conversion conversion) {
        return new TreeMap<>(conversion.rates())
                .entrySet().stream()
                        .map(rate -> ";" + rate.getKey() + "="
                                + rate.getValue().stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining("", conversion.currency(), ""));
    }

    /** What {@link #text} wrote. */
    static Conversion parse(String text) {
        String[] parts = text.split(";");
        Map<String, BigDecimal> rates = new HashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] rate = parts[i].split("=");
            rates.put(rate[0], new BigDecimal(rate[1]));
        }
        return new Conversion(parts[0], rates);
    }
}
