package io.guanxi.loyalty.programme.domain;

import static io.guanxi.loyalty.programme.domain.Office.APRIL;
import static io.guanxi.loyalty.programme.domain.Office.DRAFT;
import static io.guanxi.loyalty.programme.domain.Office.LEAD;
import static io.guanxi.loyalty.programme.domain.Office.MAY;
import static io.guanxi.loyalty.programme.domain.Office.NOW;
import static io.guanxi.loyalty.programme.domain.Office.PUBLISHED;
import static io.guanxi.loyalty.programme.domain.Office.START;
import static io.guanxi.loyalty.programme.domain.Office.TERMS;
import static io.guanxi.loyalty.programme.domain.Office.THREE;
import static io.guanxi.loyalty.programme.domain.Office.TWO;
import static io.guanxi.loyalty.programme.domain.Office.and;
import static io.guanxi.loyalty.programme.domain.Office.drafted;
import static io.guanxi.loyalty.programme.domain.Office.programme;
import static io.guanxi.loyalty.programme.domain.Office.publish;
import static io.guanxi.loyalty.programme.domain.Office.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.programme.domain.ProgrammeCommand.WithdrawVersion;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionWithdrawn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishingRulesTest {

    @Test
    void aDraftBecomesTheNextVersionAndTheRulesBeforeItAreKept() {
        programme()
                .given(DRAFT)
                .when(publish("d-1", APRIL))
                .then(START, published("d-1", 2, APRIL, TWO))
                .thenOnlyOnce()
                .thenState(after -> {
                    assertThat(after.drafts()).isEmpty();
                    assertThat(after.book(TERMS).inForce(APRIL, MAY).version()).isEqualTo(2);
                    assertThat(after.book(TERMS).inForce(NOW, MAY).version()).isEqualTo(1);
                });
    }

    @Test
    void theRulesBeforeTheFirstVersionAreKeptOnce() {
        programme()
                .given(and(PUBLISHED, drafted("d-2", THREE)))
                .when(publish("d-2", MAY))
                .then(published("d-2", 3, MAY, THREE));
    }

    @Test
    void aConfigurationThatChangesLaterChangesNothingThatWas() {
        var other = new ProgrammeTerms(Programme.since(Instant.EPOCH, 9, THREE), LEAD);

        programme().given(PUBLISHED).thenState(programme -> {
            assertThat(programme.book(other)).isEqualTo(programme.book(TERMS));
            assertThat(programme.nextVersion(other)).isEqualTo(3);
        });
    }

    @Test
    void versionsAreCountedOnFromThatOfTheConfiguration() {
        var third = new ProgrammeTerms(Programme.since(Instant.EPOCH, 3, THREE), LEAD);

        assertThat(Programme.untouched().nextVersion(third)).isEqualTo(4);
    }

    @Test
    void withoutAMomentAVersionBeginsAsSoonAsEveryInstanceCanKnowIt() {
        programme().given(DRAFT).when(publish("d-1", null)).then(START, published("d-1", 2, NOW.plus(LEAD), TWO));
    }

    @Test
    void aVersionThatNotEveryInstanceCouldKnowInTimeIsRefused() {
        programme()
                .given(DRAFT)
                .when(publish("d-1", NOW.plus(LEAD)))
                .thenEvents(events -> assertThat(events).hasSize(2));
        programme()
                .given(DRAFT)
                .when(publish("d-1", NOW.plus(LEAD).minusNanos(1)))
                .thenRefused(new ProgrammeRejection.PublicationTooSoon(LEAD));
    }

    @Test
    void aPurseThatAccountsMayHoldStays() {
        List<ProgrammeEvent> withStatus = List.of(
                drafted("d-1", SomeRules.givingAlso("1", "status")),
                START,
                published("d-1", 2, APRIL, SomeRules.givingAlso("1", "status")),
                drafted("d-2", THREE));

        programme()
                .given(withStatus)
                .when(publish("d-2", MAY))
                .thenRefused(new ProgrammeRejection.PurseIsDropped("status", 2, 3));
        programme()
                .given(withStatus)
                .when(publish("d-2", APRIL.minusSeconds(1)))
                .thenEvents(events -> assertThat(events).hasSize(1));
    }

    @Test
    void aPurseThatALaterVersionDoesNotHaveCannotBeginBeforeIt() {
        ProgrammeRules more = SomeRules.givingAlso("1", "status");

        programme()
                .given(and(PUBLISHED, drafted("d-2", more)))
                .when(publish("d-2", APRIL.minusSeconds(1)))
                .thenRefused(new ProgrammeRejection.PurseIsDropped("status", 3, 2));
        programme()
                .given(and(PUBLISHED, drafted("d-2", more)))
                .when(publish("d-2", APRIL))
                .thenEvents(events -> assertThat(events).hasSize(1));
    }

    @Test
    void theMainPurseIsTheSameForEver() {
        ProgrammeRules other = new ProgrammeRules(
                SomeRules.ZONE,
                List.of(SomeRules.purse("stars", true), SomeRules.points()),
                List.of(),
                SomeRules.debt(),
                null,
                List.of(),
                null,
                null,
                null,
                SomeRules.holds());

        programme()
                .given(drafted("d-1", other))
                .when(publish("d-1", APRIL))
                .thenRefused(new ProgrammeRejection.MainPurseChanges("points", 2));
    }

    @Test
    void aVersionThatHasNotBegunIsWithdrawnAndStaysInTheList() {
        Instant inTime = APRIL.minus(LEAD);

        programme()
                .given(PUBLISHED)
                .when(new WithdrawVersion("withdraw", inTime, "zhao", 2, "too generous"))
                .then(new VersionWithdrawn("withdraw", inTime, "zhao", 2, "too generous"))
                .thenOnlyOnce()
                .thenState(after -> {
                    assertThat(after.book(TERMS).versions()).hasSize(1);
                    assertThat(after.version(2, TERMS)).hasValueSatisfying(version -> {
                        assertThat(version.isWithdrawn()).isTrue();
                        assertThat(version.revision()).isEqualTo(2);
                    });
                    assertThat(after.nextVersion(TERMS)).isEqualTo(3);
                });
    }

    @Test
    void aVersionThatSomebodyMayAlreadyDecideByIsNotWithdrawn() {
        programme()
                .given(PUBLISHED)
                .when(new WithdrawVersion("withdraw", APRIL.minus(LEAD).plusNanos(1), "zhao", 2, "late"))
                .thenRefused(new ProgrammeRejection.TooLateToWithdraw(LEAD));
        programme()
                .given(PUBLISHED)
                .when(new WithdrawVersion("withdraw", NOW, "zhao", 1, "all of it"))
                .thenRefused(new ProgrammeRejection.TooLateToWithdraw(LEAD));
    }

    @Test
    void aVersionIsWithdrawnOnce() {
        programme()
                .given(and(PUBLISHED, new VersionWithdrawn("withdraw", NOW, "zhao", 2, "typo")))
                .when(new WithdrawVersion("again", NOW, "li", 2, "typo"))
                .thenRefused(new ProgrammeRejection.VersionIsWithdrawn());
        programme()
                .given(PUBLISHED)
                .when(new WithdrawVersion("withdraw", NOW, "zhao", 7, "typo"))
                .thenRefused(new ProgrammeRejection.VersionNotFound());
    }

    @Test
    void commandsOfLongAgoAreForgottenAndThoseOfLateAreNot() {
        Programme programme = Programme.untouched();
        for (int i = 0; i < Programme.REMEMBERED_COMMANDS + 1; i++) {
            programme = Programme.evolve(programme, drafted("d-" + i, TWO));
        }

        assertThat(programme.hasDone("create-d-0")).isFalse();
        assertThat(programme.hasDone("create-d-1")).isTrue();
    }
}
