package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.measuring.stream.RevisedBoundaries;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Boundaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scores are given by.
 *
 * @param measuredAt the day (UTC) that recency is counted back from
 * @param revisedAt the event time of the revision; absent if a day was asked for
 */
record BoundariesAnswer(
        int version,
        LocalDate measuredAt,
        @Nullable Instant revisedAt,
        long population,
        @Nullable String currency,
        Cuts boundaries) {

    /** Four cut points a measure, ascending. */
    record Cuts(List<Long> recency, List<Long> frequency, List<String> monetary) {}

    static BoundariesAnswer of(RevisedBoundaries revised) {
        return of(revised.version(), revised.boundaries(), revised.revisedAt());
    }

    static BoundariesAnswer of(int version, Boundaries boundaries, @Nullable Instant revisedAt) {
        List<String> monetary = boundaries.monetary().stream()
                .map(cut -> Amounts.shown(cut).toPlainString())
                .toList();
        return new BoundariesAnswer(
                version,
                boundaries.measuredAt(),
                revisedAt,
                boundaries.population(),
                boundaries.currency(),
                new Cuts(boundaries.recency(), boundaries.frequency(), monetary));
    }
}
