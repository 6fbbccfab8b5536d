package io.guanxi.loyalty.rehearsal.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.web.RequestRefused;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoosingAPeriodTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static void check(String from, String until) {
        RehearsalRequests.checkPeriod(
                new RehearsalForm(Instant.parse(from), Instant.parse(until), null, null, null), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01T00:00:00Z, 2026-02-01T00:00:00Z",
        "2026-02-01T00:00:00Z, 2026-01-01T00:00:00Z",
        "2026-02-01T00:00:00Z, 2026-11-22T08:00:01Z",
        "2022-02-01T00:00:00Z, 2026-02-01T00:00:00Z",
        "1969-12-31T00:00:00Z, 1970-02-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z, -1000000000-02-01T00:00:00Z",
        "+1000000000-12-01T00:00:00Z, +1000000000-12-31T00:00:00Z"
    })
    void aPeriodThatCannotBeRehearsedIsRefused(String from, String until) {
        assertThatThrownBy(() -> check(from, until)).isInstanceOf(RequestRefused.class);
    }

    @Test
    void threeYearsUntilNowCanBeRehearsed() {
        assertThatCode(() -> check("2023-11-22T08:00:00Z", "2026-11-22T08:00:00Z"))
                .doesNotThrowAnyException();
    }
}
