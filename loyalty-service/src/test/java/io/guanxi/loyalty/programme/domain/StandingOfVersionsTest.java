package io.guanxi.loyalty.programme.domain;

import static io.guanxi.loyalty.programme.domain.Office.APPROVED;
import static io.guanxi.loyalty.programme.domain.Office.APRIL;
import static io.guanxi.loyalty.programme.domain.Office.LEAD;
import static io.guanxi.loyalty.programme.domain.Office.MAY;
import static io.guanxi.loyalty.programme.domain.Office.NOW;
import static io.guanxi.loyalty.programme.domain.Office.PUBLISHED;
import static io.guanxi.loyalty.programme.domain.Office.TERMS;
import static io.guanxi.loyalty.programme.domain.Office.THREE;
import static io.guanxi.loyalty.programme.domain.Office.and;
import static io.guanxi.loyalty.programme.domain.Office.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionWithdrawn;
import io.guanxi.loyalty.programme.domain.VersionStanding.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingOfVersionsTest {

    @Test
    void aVersionIsScheduledThenInForceAndEndsWithTheNext() {
        List<ProgrammeEvent> two = and(PUBLISHED, published("d-2", 3, MAY, THREE));

        assertStanding(two, 1, NOW, State.IN_FORCE, APRIL, null);
        assertStanding(two, 2, NOW, State.SCHEDULED, MAY, null);
        assertStanding(two, 2, APRIL, State.IN_FORCE, MAY, null);
        assertStanding(two, 1, APRIL, State.ENDED, APRIL, null);
        assertStanding(two, 3, MAY, State.IN_FORCE, null, null);
    }

    @Test
    void aCorrectedVersionNamesTheOneInItsPlace() {
        Instant used = APRIL.plus(LEAD);

        assertStanding(APPROVED, 2, used.minusNanos(1), State.IN_FORCE, null, 3);
        assertStanding(APPROVED, 3, used.minusNanos(1), State.SCHEDULED, null, null);
        assertStanding(APPROVED, 2, used, State.CORRECTED, null, 3);
        assertStanding(APPROVED, 3, used, State.IN_FORCE, null, null);
    }

    @Test
    void aWithdrawnVersionNeverHolds() {
        List<ProgrammeEvent> withdrawn = and(PUBLISHED, new VersionWithdrawn("w", NOW, "zhao", 2, "typo"));

        assertStanding(withdrawn, 2, MAY, State.WITHDRAWN, null, null);
        assertStanding(withdrawn, 1, MAY, State.IN_FORCE, null, null);
    }

    @Test
    void ofTwoThatBeginTogetherTheOlderIsReplaced() {
        List<ProgrammeEvent> together = and(PUBLISHED, published("d-2", 3, APRIL, THREE));

        assertStanding(together, 2, NOW, State.REPLACED, null, null);
        assertStanding(together, 3, NOW, State.SCHEDULED, null, null);
        assertStanding(together, 2, MAY, State.REPLACED, null, null);
    }

    private static void assertStanding(
            List<ProgrammeEvent> events,
            int version,
            Instant at,
            State state,
            @Nullable Instant until,
            @Nullable Integer correctedBy) {
        Programme programme = Programme.untouched();
        for (ProgrammeEvent event : events) {
            programme = Programme.evolve(programme, event);
        }
        assertThat(VersionStanding.of(programme.version(version, TERMS).orElseThrow(), programme.book(TERMS), at))
                .as("version %d at %s", version, at)
                .isEqualTo(new VersionStanding(state, until, correctedBy));
    }
}
