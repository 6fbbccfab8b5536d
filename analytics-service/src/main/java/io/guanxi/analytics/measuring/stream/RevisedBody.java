package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.eventing.publish.EventHeaders;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What this service reads of its own published revision. */
record RevisedBody(
        int version,
        Instant measuredAt,
        long population,
        @Nullable String currency,
        Cuts boundaries) {

    record Cuts(List<Long> recency, List<Long> frequency, List<BigDecimal> monetary) {}

    RevisedBoundaries revised(Headers headers) {
        Instant happened = EventHeaders.happened(headers);
        return new RevisedBoundaries(
                version,
                happened == null ? measuredAt : happened,
                new Boundaries(
                        Measures.day(measuredAt),
                        population,
                        currency,
                        boundaries.recency(),
                        boundaries.frequency(),
                        boundaries.monetary()));
    }
}
