package io.guanxi.analytics.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.picture.domain.Grade;
import io.guanxi.analytics.report.domain.GradeMigration.Move;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MovingBetweenGradesTest {

    private final GradeMigration migration =
            new GradeMigration(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-06-30"));

    @Test
    void moves_are_counted_by_grade_before_and_after() {
        migration.add(Grade.LEAD, Grade.LEAD);
        migration.add(Grade.LEAD, Grade.GOLD);
        migration.add(Grade.LEAD, Grade.GOLD);
        migration.add(Grade.PLATINUM, Grade.IRON);
        migration.add(null, Grade.LEAD);

        GradeMigration.Report report = migration.report();
        assertThat(report.moves())
                .containsExactly(
                        new Move("platinum", "iron", 1, 1),
                        new Move("lead", "gold", 2, 2.0 / 3),
                        new Move("lead", "lead", 1, 1.0 / 3),
                        new Move("none", "lead", 1, 1));
        assertThat(report.customers()).isEqualTo(5);
        assertThat(report.risen()).isEqualTo(2);
        assertThat(report.fallen()).isEqualTo(1);
    }

    @Test
    void who_never_had_a_grade_is_passed_over() {
        migration.add(null, null);

        assertThat(migration.report().moves()).isEmpty();
        assertThat(migration.report().customers()).isZero();
    }
}
