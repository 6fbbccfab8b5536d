package io.guanxi.analytics.value.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.ScoringEvent.ScoreBoundariesRevised;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventlog.RecordedEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PublishingBoundariesTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void a_revision_is_published_under_its_tenant_as_the_contract_says() {
        OutgoingEvent outgoing = translated("USD");
        assertThat(outgoing.topic()).isEqualTo(Topics.CRM_ANALYTICS);
        assertThat(outgoing.key()).isEqualTo("acme");
        byte[] body = EventingJson.mapper().writeValueAsBytes(outgoing.body());
        assertThat(SchemaCatalogue.published().validate(outgoing.type(), body)).isEmpty();
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readTree(body)).isEqualTo(json.readTree("""
                {"version": 3, "measuredAt": "2026-03-01T00:00:00Z", "population": 23570, "currency": "USD",
                 "boundaries": {"recency": [12, 45, 120, 300], "frequency": [1, 1, 2, 4],
                   "monetary": ["20.00", "45.50", "98.00", "210.755"]}}"""));
    }

    @Test
    void a_revision_before_anything_was_sold_is_valid_too() {
        OutgoingEvent outgoing = translated(null);
        assertThat(outgoing.type()).isEqualTo(EventTypes.CRM_ANALYTICS_SCORE_BOUNDARIES_REVISED);
        byte[] body = EventingJson.mapper().writeValueAsBytes(outgoing.body());
        assertThat(SchemaCatalogue.published().validate(outgoing.type(), body)).isEmpty();
    }

    private static OutgoingEvent translated(String currency) {
        ScoreBoundariesRevised revised = new ScoreBoundariesRevised(
                3,
                LocalDate.parse("2026-03-01"),
                23_570,
                currency,
                List.of(12L, 45L, 120L, 300L),
                List.of(1L, 1L, 2L, 4L),
                List.of(
                        new BigDecimal("20.0000"),
                        new BigDecimal("45.5000"),
                        new BigDecimal("98.0000"),
                        new BigDecimal("210.7550")));
        RecordedEvent event = new RecordedEvent(
                "e1",
                "acme/scoring",
                2,
                17,
                "scoring.boundaries-revised",
                revised,
                "acme",
                AT,
                AT,
                "c",
                null,
                null,
                null);
        return new ScoringPublication().translate(event).getFirst();
    }
}
