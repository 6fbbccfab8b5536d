package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Sums;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The body of a customer's published state. */
record ValueBody(
        String customerId,
        long orders,
        long units,
        Map<String, BigDecimal> revenue,
        Map<String, BigDecimal> refunded,
        @Nullable Instant firstOrderAt,
        @Nullable Instant lastOrderAt,
        @Nullable Scores scores,
        Instant updatedAt) {

    static ValueBody of(String customerId, CustomerEntry entry) {
        CustomerFacts facts = entry.facts();
        return new ValueBody(
                customerId,
                facts.orders(),
                facts.units(),
                amounts(facts, Sums::revenue),
                amounts(facts, Sums::refunded),
                facts.firstOrderAt(),
                facts.lastOrderAt(),
                entry.published(),
                facts.updatedAt());
    }

    private static Map<String, BigDecimal> amounts(CustomerFacts facts, Function<Sums, BigDecimal> which) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        facts.sums().sums().forEach((currency, sums) -> amounts.put(currency, Amounts.shown(which.apply(sums))));
        return amounts;
    }
}
