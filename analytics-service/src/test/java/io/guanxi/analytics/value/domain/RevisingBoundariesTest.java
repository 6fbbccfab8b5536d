package io.guanxi.analytics.value.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.ScoringCommand.ReviseBoundaries;
import io.guanxi.analytics.value.domain.ScoringEvent.ScoreBoundariesRevised;
import io.guanxi.kernel.Reason;
import io.guanxi.test.DeciderSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisingBoundariesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private final DeciderSpecification<Scoring, ScoringCommand, ScoringEvent, Reason> scoring =
            DeciderSpecification.of(Scoring.unmeasured(), Scoring::evolve, ScoringDecider::decide);

    @Test
    void the_first_measuring_is_version_one() {
        scoring.given()
                .when(new ReviseBoundaries(boundaries(DAY, 100, 2)))
                .then(ScoreBoundariesRevised.of(1, boundaries(DAY, 100, 2)))
                .thenOnlyOnce();
    }

    @Test
    void other_boundaries_are_the_next_version() {
        scoring.given(ScoreBoundariesRevised.of(7, boundaries(DAY, 100, 2)))
                .when(new ReviseBoundaries(boundaries(DAY, 100, 3)))
                .then(ScoreBoundariesRevised.of(8, boundaries(DAY, 100, 3)));
    }

    @Test
    void another_day_is_another_measure_of_recency() {
        scoring.given(ScoreBoundariesRevised.of(1, boundaries(DAY, 100, 2)))
                .when(new ReviseBoundaries(boundaries(DAY.plusDays(1), 100, 2)))
                .then(ScoreBoundariesRevised.of(2, boundaries(DAY.plusDays(1), 100, 2)));
    }

    @Test
    void what_was_measured_for_an_earlier_day_is_nothing_new() {
        scoring.given(ScoreBoundariesRevised.of(1, boundaries(DAY, 100, 2)))
                .when(new ReviseBoundaries(boundaries(DAY.minusDays(1), 100, 3)))
                .thenNothing();
    }

    @Test
    void the_same_boundaries_of_more_customers_are_nothing_new() {
        scoring.given(ScoreBoundariesRevised.of(1, boundaries(DAY, 100, 2)))
                .when(new ReviseBoundaries(boundaries(DAY, 101, 2)))
                .thenNothing();
    }

    @Test
    void a_population_is_measured_after_one_percent_of_changes_or_a_minute() {
        RevisionRule rule = new RevisionRule(0.01, Duration.ofMinutes(1));
        assertThat(rule.isDue(0, 0, Duration.ofHours(1))).isFalse();
        assertThat(rule.isDue(1, 50, Duration.ZERO)).isTrue();
        assertThat(rule.isDue(9, 1000, Duration.ofSeconds(59))).isFalse();
        assertThat(rule.isDue(10, 1000, Duration.ZERO)).isTrue();
        assertThat(rule.isDue(1, 1000, Duration.ofSeconds(60))).isTrue();
    }

    private static Boundaries boundaries(LocalDate day, long population, long frequency) {
        return new Boundaries(
                day,
                population,
                "EUR",
                List.of(1L, 5L, 9L, 20L),
                List.of(1L, 1L, frequency, 4L),
                List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN, new BigDecimal("20.50")));
    }
}
