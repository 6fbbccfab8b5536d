package io.guanxi.loyalty.family.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.family.FamilyEventNames;
import io.guanxi.loyalty.family.domain.Family;
import io.guanxi.loyalty.family.domain.FamilyEvent;
import io.guanxi.loyalty.family.domain.FamilyEvent.FamilyFounded;
import io.guanxi.loyalty.family.domain.FamilyEvent.InvitationEnded;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberInvited;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberJoined;
import io.guanxi.loyalty.family.domain.FamilyEvent.MemberLeft;
import io.guanxi.loyalty.family.domain.FamilyEvent.Reason;
import io.guanxi.test.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is stored is read for ever. */
class StoredFamilyEventsTest {

    private static final EventCatalogue CATALOGUE =
            FamilyEventNames.addTo(EventCatalogue.builder()).build();
    private static final Instant AT = Instant.parse("2026-03-01T09:00:00Z");
    private static final List<FamilyEvent> ALL = List.of(
            new FamilyFounded("acme/c-1", "request-1", AT),
            new MemberInvited("acme/c-2", "request-2", AT),
            new InvitationEnded("acme/c-2", "request-3", AT),
            new MemberJoined("acme/c-3", "request-4", AT),
            new MemberLeft("acme/c-3", Reason.LEFT, "request-5", AT));

    @TestFactory
    Stream<DynamicTest> everyEventKeepsItsJson() {
        EventJson<FamilyEvent> events = EventJson.of(
                FamilyEvent.class,
                CATALOGUE::toJson,
                (json, type) -> type.cast(CATALOGUE.fromJson(CATALOGUE.nameOf(type), json)));
        ALL.forEach(event -> events.sample(event, event));
        return events.tests();
    }

    @Test
    void aSnapshotOfTheStateIsReadAsItWas() {
        Family family = Family.unfounded();
        for (FamilyEvent event : ALL) {
            family = Family.evolve(family, event);
        }
        String stored = CATALOGUE.mapper().writeValueAsString(family);

        assertThat(CATALOGUE.mapper().readValue(stored, Family.class)).isEqualTo(family);
    }
}
