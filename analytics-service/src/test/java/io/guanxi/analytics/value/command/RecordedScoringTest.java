package io.guanxi.analytics.value.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.Scoring;
import io.guanxi.analytics.value.domain.ScoringEvent;
import io.guanxi.analytics.value.domain.ScoringEvent.ScoreBoundariesRevised;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.test.ApprovedFiles;
import io.guanxi.test.EventJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RecordedScoringTest {

    private static final ScoreBoundariesRevised MEASURED = new ScoreBoundariesRevised(
            3,
            LocalDate.parse("2026-03-01"),
            23_570,
            "USD",
            List.of(12L, 45L, 120L, 300L),
            List.of(1L, 1L, 2L, 4L),
            List.of(amount("20.00"), amount("45.50"), amount("98.00"), amount("210.75")));

    private static final ScoreBoundariesRevised UNSOLD = new ScoreBoundariesRevised(
            1,
            LocalDate.parse("2026-01-05"),
            1,
            null,
            List.of(0L, 0L, 0L, 0L),
            List.of(1L, 1L, 1L, 1L),
            List.of(amount("0"), amount("0"), amount("0"), amount("0")));

    private final EventCatalogue catalogue =
            Scorings.addTo(EventCatalogue.builder()).build();

    @TestFactory
    Stream<DynamicTest> every_event_keeps_its_json() {
        return EventJson.of(
                        ScoringEvent.class,
                        catalogue::toJson,
                        (json, type) -> type.cast(catalogue.fromJson(catalogue.nameOf(type), json)))
                .sample(MEASURED, UNSOLD)
                .tests();
    }

    @Test
    void a_golden_stream_gives_its_golden_state() {
        Scoring state = Scoring.unmeasured();
        for (String line :
                new ApprovedFiles().read("streams/scoring.jsonl").lines().toList()) {
            state = Scoring.evolve(state, (ScoringEvent) catalogue.fromJson("scoring.boundaries-revised", line));
        }
        assertThat(state).isEqualTo(new Scoring(3, MEASURED.boundaries()));
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount).setScale(4);
    }
}
