package io.guanxi.loyalty.account.stored;

import static io.guanxi.loyalty.account.stored.Samples.AT;
import static io.guanxi.loyalty.account.stored.Samples.LATER;
import static io.guanxi.loyalty.account.stored.Samples.ORDER;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.LoyaltyEventNames;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.DueSet;
import io.guanxi.test.EventJson;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is stored is read for ever. */
class StoredEventsTest {

    private static final EventCatalogue CATALOGUE = LoyaltyEventNames.catalogue();

    @TestFactory
    Stream<DynamicTest> everyEventKeepsItsJson() {
        EventJson<LoyaltyEvent> events = EventJson.of(
                LoyaltyEvent.class,
                CATALOGUE::toJson,
                (json, type) -> type.cast(CATALOGUE.fromJson(CATALOGUE.nameOf(type), json)));
        events.sample(
                        new AccountOpened("acme/c-1", ORDER, "event-1", AT),
                        new AccountOpened("acme/c-1", null, "event-1", null),
                        new AccountOpened("acme/c-1", ORDER, "event-1", null))
                .sample(new DueSet(LATER, AT), new DueSet(null, AT));
        OrderSamples.orders(events);
        PointsSamples.checkout(PointsSamples.time(events));
        GiftSamples.gifts(events);
        StandingSamples.vouchers(StandingSamples.tiers(StandingSamples.facts(events)));
        return events.tests();
    }
}
