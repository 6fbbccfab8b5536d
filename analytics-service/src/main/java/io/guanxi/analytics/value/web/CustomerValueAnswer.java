package io.guanxi.analytics.value.web;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.explain.ExplainingScores;
import io.guanxi.analytics.value.explain.ScoreExplanation;
import io.guanxi.analytics.value.stream.CustomerValue;
import io.guanxi.analytics.value.stream.RevisedBoundaries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer's facts and scores.
 *
 * @param units sold and not returned
 * @param revenue before refunds, decimals by currency
 * @param scores absent if no order counts or nothing was measured yet
 */
record CustomerValueAnswer(
        String customerId,
        long orders,
        long units,
        long returnedUnits,
        Map<String, String> revenue,
        Map<String, String> refunded,
        Map<String, String> netRevenue,
        @Nullable Instant firstOrderAt,
        @Nullable Instant lastOrderAt,
        Instant updatedAt,
        @Nullable Scored scores) {

    /** Scores and why they are so. */
    record Scored(
            int recency, int frequency, int monetary, int boundariesVersion, List<ScoreExplanation> explanation) {}

    static CustomerValueAnswer of(String customerId, CustomerValue value) {
        CustomerFacts facts = value.facts();
        return new CustomerValueAnswer(
                customerId,
                facts.orders(),
                facts.units(),
                facts.returnedUnits(),
                AmountsByCurrency.of(facts.sums(), Sums::revenue),
                AmountsByCurrency.of(facts.sums(), Sums::refunded),
                AmountsByCurrency.of(facts.sums(), Sums::net),
                facts.firstOrderAt(),
                facts.lastOrderAt(),
                facts.updatedAt(),
                scored(facts, value.revised()));
    }

    private static @Nullable Scored scored(CustomerFacts facts, @Nullable RevisedBoundaries revised) {
        if (revised == null || !facts.counts()) {
            return null;
        }
        Boundaries boundaries = revised.boundaries();
        Scores scores = Measures.of(facts, boundaries).scores(boundaries, revised.version());
        return new Scored(
                scores.recency(),
                scores.frequency(),
                scores.monetary(),
                scores.boundariesVersion(),
                ExplainingScores.of(facts, boundaries, scores));
    }
}
