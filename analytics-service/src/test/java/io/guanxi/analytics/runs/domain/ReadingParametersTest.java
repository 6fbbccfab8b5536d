package io.guanxi.analytics.runs.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingParametersTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-31");

    @ParameterizedTest
    @EnumSource(RunKind.class)
    void every_kind_can_be_run_without_saying_anything(RunKind kind) {
        assertThat(RunParameters.read(kind, Map.of(), DAY)).isInstanceOf(RunParameters.Read.Accepted.class);
        assertThat(RunKind.of(kind.word())).contains(kind);
    }

    @Test
    void what_is_not_given_has_its_standard_and_is_written_down() {
        RunParameters parameters =
                accepted(RunKind.LIFETIME_FIT, Map.of("family", "pareto-nbd", "annualDiscount", "0.150"));

        assertThat(parameters.values())
                .containsEntry("family", "pareto-nbd")
                .containsEntry("calibrationEnd", "2026-01-31")
                .containsEntry("annualDiscount", "0.15")
                .containsEntry("valueTopShare", "0.2")
                .doesNotContainKey("holdOutEnd")
                .doesNotContainKey("currency");
        assertThat(parameters.day("calibrationEnd")).isEqualTo(DAY);
        assertThat(parameters.dayIfAny("holdOutEnd")).isEmpty();
        assertThat(parameters.whole("horizonDays")).isEqualTo(365);
        assertThat(parameters.decimal("annualDiscount")).isEqualTo(0.15);
    }

    @ParameterizedTest
    @CsvSource({
        "lifetime-fit, family, weibull",
        "lifetime-fit, calibrationEnd, 2026-02-30",
        "lifetime-fit, calibrationEnd, 2026-02-01",
        "lifetime-fit, holdOutEnd, 2026-01-31",
        "lifetime-fit, currency, usd",
        "lifetime-fit, leastRepeatBuyers, 9",
        "lifetime-fit, annualDiscount, 1.01",
        "lifetime-fit, annualDiscount, 1e-99999999999",
        "lifetime-fit, valueTopShare, 0",
        "risk-fit, horizonDays, 0",
        "risk-fit, horizonDays, 30.5",
        "clusters, most, 13",
        "clusters, most, 1",
        "baskets, from, 2026-02-01",
        "cohorts, by, year",
        "export, compression, gzip"
    })
    void what_cannot_be_used_is_named(String kind, String name, String value) {
        RunParameters.Read read = RunParameters.read(RunKind.of(kind).orElseThrow(), Map.of(name, value), DAY);

        assertThat(read)
                .isInstanceOfSatisfying(
                        RunParameters.Read.Faulty.class,
                        faulty -> assertThat(faulty.faults()).containsOnlyKeys(name));
    }

    @Test
    void the_hold_out_is_between_the_calibration_and_the_day() {
        assertThat(accepted(RunKind.LIFETIME_FIT, Map.of("calibrationEnd", "2025-12-31", "holdOutEnd", "2026-01-31"))
                        .dayIfAny("holdOutEnd"))
                .contains(DAY);
        assertThat(RunParameters.read(
                        RunKind.LIFETIME_FIT, Map.of("calibrationEnd", "2025-12-31", "holdOutEnd", "2026-02-01"), DAY))
                .isInstanceOf(RunParameters.Read.Faulty.class);
    }

    private static RunParameters accepted(RunKind kind, Map<String, String> given) {
        return ((RunParameters.Read.Accepted) RunParameters.read(kind, given, DAY)).parameters();
    }
}
