package io.guanxi.loyalty.reward.stored;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.reward.RewardEventNames;
import io.guanxi.loyalty.reward.domain.RewardEvent;
import io.guanxi.loyalty.reward.domain.RewardEvent.UnitGivenBack;
import io.guanxi.loyalty.reward.domain.RewardEvent.UnitTaken;
import io.guanxi.test.EventJson;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is stored is read for ever. */
class StoredRewardEventsTest {

    private static final EventCatalogue CATALOGUE =
            RewardEventNames.addTo(EventCatalogue.builder()).build();
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> everyEventKeepsItsJson() {
        return EventJson.of(
                        RewardEvent.class,
                        CATALOGUE::toJson,
                        (json, type) -> type.cast(CATALOGUE.fromJson(CATALOGUE.nameOf(type), json)))
                .sample(new UnitTaken("hold-1", "acme/c-1", 7, MARCH), new UnitTaken("hold-1", "acme/c-1", 7, MARCH))
                .sample(new UnitGivenBack("hold-1", true, 6, MARCH), new UnitGivenBack("hold-1", false, 7, MARCH))
                .tests();
    }
}
