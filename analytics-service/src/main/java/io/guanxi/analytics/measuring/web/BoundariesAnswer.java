package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.measuring.stream.RevisedBoundaries;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.Boundaries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What scores are given by at present.
 *
 * @param measuredAt the day (UTC) that recency is counted back from
 * @param revisedAt the event time of the revision
 */
record BoundariesAnswer(
        int version,
        LocalDate measuredAt,
        Instant revisedAt,
        long population,
        @Nullable String currency,
        Cuts boundaries) {

    /** Four cut points a measure, ascending. */
    record Cuts(List<Long> recency, List<Long> frequency, List<String> monetary) {}

    static BoundariesAnswer of(RevisedBoundaries revised) {
        Boundaries boundaries = revised.boundaries();
        List<String> monetary = boundaries.monetary().stream()
                .map(cut -> Amounts.shown(cut).toPlainString())
                .toList();
        return new BoundariesAnswer(
                revised.version(),
                boundaries.measuredAt(),
                revised.revisedAt(),
                boundaries.population(),
                boundaries.currency(),
                new Cuts(boundaries.recency(), boundaries.frequency(), monetary));
    }
}
