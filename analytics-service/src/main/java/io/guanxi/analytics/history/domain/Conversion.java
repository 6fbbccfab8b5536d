package io.guanxi.analytics.history.domain;

import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How amounts are made comparable. They are kept by currency for ever; this is applied when they are compared.
 *
 * @param currency that customers are compared in
 * @param rates what one unit of another currency is worth in it; a currency without a rate counts as nothing
 */
public record Conversion(String currency, Map<String, BigDecimal> rates) {

    public Conversion {
        rates = Map.copyOf(rates);
        rates.forEach((other, rate) -> {
            if (rate.signum() <= 0) {
                throw new IllegalArgumentException("rate of " + other + ": " + rate + " (expected: above 0)");
            }
        });
    }

    /** Without any rates: what is in other currencies counts as nothing. */
    public static Conversion only(String currency) {
        return new Conversion(currency, Map.of());
    }

    /** Revenue less refunds in the currency of comparison, each converted sum rounded to four decimals. */
    public BigDecimal net(SumsByCurrency sums) {
        BigDecimal net = sums.net(currency);
        for (Map.Entry<String, BigDecimal> rate : rates.entrySet()) {
            if (!rate.getKey().equals(currency)) {
                net = net.add(sums.net(rate.getKey())
                        .multiply(rate.getValue())
                        .setScale(Amounts.DECIMALS, RoundingMode.HALF_EVEN));
            }
        }
        return net;
    }

    /** The currencies in which something was sold and that count as nothing. */
    public Set<String> leftOut(SumsByCurrency sums) {
        Set<String> leftOut = new TreeSet<>(sums.sums().keySet());
        leftOut.remove(currency);
        leftOut.removeAll(rates.keySet());
        return leftOut;
    }
}
