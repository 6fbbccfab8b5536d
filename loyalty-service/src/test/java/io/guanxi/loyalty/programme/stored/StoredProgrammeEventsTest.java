package io.guanxi.loyalty.programme.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.programme.ProgrammeEventNames;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionApproved;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionFinished;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionProposed;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionRejected;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftCreated;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftDiscarded;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftEdited;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.StartingRulesKept;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionPublished;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionWithdrawn;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.SomeRules;
import io.guanxi.test.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is stored is read for ever. */
class StoredProgrammeEventsTest {

    private static final EventCatalogue CATALOGUE =
            ProgrammeEventNames.addTo(EventCatalogue.builder()).build();
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final ProgrammeRules ALL = SomeRules.withEverything();
    private static final ProgrammeRules LEAST = SomeRules.giving("1");

    @TestFactory
    Stream<DynamicTest> everyEventKeepsItsJson() {
        return EventJson.of(
                        ProgrammeEvent.class,
                        CATALOGUE::toJson,
                        (json, type) -> type.cast(CATALOGUE.fromJson(CATALOGUE.nameOf(type), json)))
                .sample(
                        new DraftCreated("command-1", MARCH, "li", "draft-1", "Spring", 1, ALL),
                        new DraftCreated("command-1", MARCH, "li", "draft-1", "Spring", null, LEAST))
                .sample(
                        new DraftEdited("command-2", MARCH, "li", "draft-1", 2, "Spring", ALL),
                        new DraftEdited("command-2", MARCH, "li", "draft-1", 2, "Spring", LEAST))
                .sample(
                        new DraftDiscarded("command-3", MARCH, "li", "draft-1"),
                        new DraftDiscarded("command-3", MARCH, "li", "draft-1"))
                .sample(new StartingRulesKept(MARCH, 1, ALL), new StartingRulesKept(MARCH, 1, LEAST))
                .sample(
                        new VersionPublished("command-4", MARCH, "li", "draft-1", 2, "Spring", APRIL, ALL),
                        new VersionPublished("command-4", MARCH, "li", "draft-1", 2, "Spring", APRIL, LEAST))
                .sample(
                        new VersionWithdrawn("command-5", MARCH, "li", 2, "too generous"),
                        new VersionWithdrawn("command-5", MARCH, "li", 2, "too generous"))
                .sample(
                        new CorrectionProposed(
                                "command-6", APRIL, "li", "c-1", "draft-2", 2, "Spring", "typo", "rehearsal-1", ALL),
                        new CorrectionProposed(
                                "command-6", APRIL, "li", "c-1", "draft-2", 2, "Spring", "typo", "rehearsal-1", LEAST))
                .sample(
                        new CorrectionRejected("command-7", APRIL, "zhao", "c-1", "not so"),
                        new CorrectionRejected("command-7", APRIL, "zhao", "c-1", "not so"))
                .sample(
                        new CorrectionApproved("command-8", APRIL, "zhao", "c-1", 3, APRIL.plusSeconds(60)),
                        new CorrectionApproved("command-8", APRIL, "zhao", "c-1", 3, APRIL.plusSeconds(60)))
                .sample(
                        new CorrectionFinished("command-9", APRIL, "job", "c-1", 12, 300, 20),
                        new CorrectionFinished("command-9", APRIL, "job", "c-1", 12, 300, 20))
                .tests();
    }

    @Test
    void aSnapshotOfTheStateIsReadAsItWas() {
        Programme programme = Programme.untouched();
        for (ProgrammeEvent event : List.of(
                new DraftCreated("command-1", MARCH, "li", "draft-1", "Spring", 1, ALL),
                new StartingRulesKept(MARCH, 1, ALL),
                new VersionPublished("command-4", MARCH, "li", "draft-1", 2, "Spring", APRIL, ALL),
                new DraftCreated("command-5", MARCH, "li", "draft-2", "Right", 2, ALL),
                new CorrectionProposed(
                        "command-6", APRIL, "li", "c-1", "draft-2", 2, "Right", "typo", "rehearsal-1", ALL),
                new CorrectionApproved("command-8", APRIL, "zhao", "c-1", 3, APRIL.plusSeconds(60)),
                new CorrectionFinished("command-9", APRIL.plusSeconds(90), "job", "c-1", 12, 300, 20))) {
            programme = Programme.evolve(programme, event);
        }
        String stored = CATALOGUE.mapper().writeValueAsString(programme);

        assertThat(CATALOGUE.mapper().readValue(stored, Programme.class)).isEqualTo(programme);
    }
}
