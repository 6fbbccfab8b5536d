package io.guanxi.loyalty.care.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.care.CareEventNames;
import io.guanxi.loyalty.care.domain.BudgetEvent;
import io.guanxi.loyalty.care.domain.BudgetEvent.GoodwillReserved;
import io.guanxi.loyalty.care.domain.BudgetEvent.ReservationGivenBack;
import io.guanxi.loyalty.care.domain.GoodwillBudget;
import io.guanxi.test.EventJson;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is stored is read for ever. */
class StoredBudgetEventsTest {

    private static final EventCatalogue CATALOGUE =
            CareEventNames.addTo(EventCatalogue.builder()).build();
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");

    @TestFactory
    Stream<DynamicTest> everyEventKeepsItsJson() {
        var reserved = new GoodwillReserved("acme/c-1", "ticket-1", 80, "request-1", AT);
        var ofNobody = new GoodwillReserved(null, "ticket-1", 80, "request-1", AT);
        var back = new ReservationGivenBack("acme/c-1", "ticket-1", 80, "request-1", AT);
        var backOfNobody = new ReservationGivenBack(null, "ticket-1", 80, "request-1", AT);
        return EventJson.of(
                        BudgetEvent.class,
                        CATALOGUE::toJson,
                        (json, type) -> type.cast(CATALOGUE.fromJson(CATALOGUE.nameOf(type), json)))
                .sample(reserved, ofNobody, ofNobody)
                .sample(back, backOfNobody, backOfNobody)
                .tests();
    }

    @Test
    void aSnapshotOfTheStateIsReadAsItWas() {
        var budget = new GoodwillBudget(Map.of("acme/c-1/ticket-1", 80L, "ticket-2", 20L));
        String stored = CATALOGUE.mapper().writeValueAsString(budget);

        assertThat(CATALOGUE.mapper().readValue(stored, GoodwillBudget.class)).isEqualTo(budget);
    }
}
