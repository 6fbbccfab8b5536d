package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Amounts as answers carry them: decimal strings by currency. */
final class AmountsByCurrency {

    private AmountsByCurrency() {}

    static Map<String, String> of(SumsByCurrency sums, Function<Sums, BigDecimal> which) {
        Map<String, String> amounts = new TreeMap<>();
        sums.sums()
                .forEach((currency, sum) ->
                        amounts.put(currency, Amounts.shown(which.apply(sum)).toPlainString()));
        return amounts;
    }
}
