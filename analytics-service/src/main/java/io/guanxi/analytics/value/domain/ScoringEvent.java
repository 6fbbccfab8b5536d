package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a tenant's scoring. */
public sealed interface ScoringEvent {

    /**
     * From now on scores are given by these boundaries.
     *
     * @param version counts the revisions from 1; scores name it
     */
    record ScoreBoundariesRevised(
            int version,
            LocalDate measuredAt,
            long population,
            @Nullable String currency,
            List<Long> recency,
            List<Long> frequency,
            List<BigDecimal> monetary)
            implements ScoringEvent {

        static ScoreBoundariesRevised of(int version, Boundaries boundaries) {
            return new ScoreBoundariesRevised(
                    version,
                    boundaries.measuredAt(),
                    boundaries.population(),
                    boundaries.currency(),
                    boundaries.recency(),
                    boundaries.frequency(),
                    boundaries.monetary());
        }

        public Boundaries boundaries() {
            return new Boundaries(measuredAt, population, currency, recency, frequency, monetary);
        }
    }
}
