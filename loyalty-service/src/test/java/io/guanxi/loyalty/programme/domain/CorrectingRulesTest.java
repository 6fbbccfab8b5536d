package io.guanxi.loyalty.programme.domain;

import static io.guanxi.loyalty.programme.domain.Office.APPROVED;
import static io.guanxi.loyalty.programme.domain.Office.APRIL;
import static io.guanxi.loyalty.programme.domain.Office.LEAD;
import static io.guanxi.loyalty.programme.domain.Office.MAY;
import static io.guanxi.loyalty.programme.domain.Office.NOW;
import static io.guanxi.loyalty.programme.domain.Office.PROPOSED;
import static io.guanxi.loyalty.programme.domain.Office.PUBLISHED;
import static io.guanxi.loyalty.programme.domain.Office.START;
import static io.guanxi.loyalty.programme.domain.Office.TERMS;
import static io.guanxi.loyalty.programme.domain.Office.THREE;
import static io.guanxi.loyalty.programme.domain.Office.TWO;
import static io.guanxi.loyalty.programme.domain.Office.and;
import static io.guanxi.loyalty.programme.domain.Office.approve;
import static io.guanxi.loyalty.programme.domain.Office.drafted;
import static io.guanxi.loyalty.programme.domain.Office.programme;
import static io.guanxi.loyalty.programme.domain.Office.propose;
import static io.guanxi.loyalty.programme.domain.Office.proposed;
import static io.guanxi.loyalty.programme.domain.Office.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guanxi.loyalty.programme.domain.ProgrammeCommand.FinishCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.RejectCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionApproved;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionFinished;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.CorrectionRejected;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.VersionWithdrawn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectingRulesTest {

    private static final Instant USED = APRIL.plus(LEAD);
    private static final List<ProgrammeEvent> TO_CORRECT = and(PUBLISHED, drafted("d-2", THREE));

    @Test
    void whatAVersionShouldHaveSaidIsProposed() {
        programme()
                .given(TO_CORRECT)
                .when(propose("d-2", 2, APRIL))
                .then(proposed("c-1", "d-2", 2, THREE))
                .thenOnlyOnce()
                .thenState(after -> {
                    assertThat(after.draft("d-2").orElseThrow().proposedIn()).isEqualTo("c-1");
                    assertThat(after.correction("c-1").orElseThrow().status()).isEqualTo(Correction.Status.PROPOSED);
                    assertThat(after.book(TERMS).versions()).hasSize(2);
                });
    }

    @Test
    void theRulesOfTheConfigurationCanBeCorrectedToo() {
        programme()
                .given(drafted("d-2", THREE), proposed("c-1", "d-2", 1, THREE))
                .when(approve("zhao"))
                .then(
                        new ProgrammeEvent.StartingRulesKept(APRIL, 1, Office.ONE),
                        new CorrectionApproved("approve", APRIL, "zhao", "c-1", 2, USED))
                .thenState(after ->
                        assertThat(after.book(TERMS).inForce(NOW, USED).rules()).isEqualTo(THREE));
    }

    @Test
    void aVersionThatHasNotBegunIsNotCorrected() {
        programme()
                .given(TO_CORRECT)
                .when(propose("d-2", 2, APRIL.minusNanos(1)))
                .thenRefused(new ProgrammeRejection.VersionNeverHeld());
        programme()
                .given(and(TO_CORRECT, new VersionWithdrawn("withdraw", NOW, "li", 2, "typo")))
                .when(propose("d-2", 2, MAY))
                .thenRefused(new ProgrammeRejection.VersionNeverHeld());
        programme()
                .given(TO_CORRECT)
                .when(propose("d-2", 7, MAY))
                .thenRefused(new ProgrammeRejection.VersionNotFound());
    }

    @Test
    void aVersionThatAnotherTookTheTimeOfIsNotCorrected() {
        List<ProgrammeEvent> replaced = and(TO_CORRECT, drafted("d-3", TWO), published("d-3", 3, APRIL, TWO));

        programme().given(replaced).when(propose("d-2", 2, MAY)).thenRefused(new ProgrammeRejection.VersionNeverHeld());
    }

    @Test
    void aCorrectionThatChangesNothingIsRefused() {
        programme()
                .given(and(PUBLISHED, drafted("d-2", TWO)))
                .when(propose("d-2", 2, APRIL))
                .thenRefused(new ProgrammeRejection.NothingToCorrect());
    }

    @Test
    void aCorrectionCannotTakeAPurseAway() {
        ProgrammeRules status = SomeRules.givingAlso("2", "status");
        List<ProgrammeEvent> withStatus =
                List.of(drafted("d-1", status), START, published("d-1", 2, APRIL, status), drafted("d-2", THREE));

        programme()
                .given(withStatus)
                .when(propose("d-2", 2, APRIL))
                .thenRefused(new ProgrammeRejection.PurseIsDropped("status", 2, 3));
    }

    @Test
    void aPurseThatAVersionLosesMeanwhileIsFoundOutWithTheApproval() {
        ProgrammeRules status = SomeRules.givingAlso("3", "status");
        List<ProgrammeEvent> meanwhile = and(
                PUBLISHED,
                drafted("d-2", status),
                proposed("c-1", "d-2", 2, status),
                drafted("d-3", TWO),
                published("d-3", 3, MAY, TWO));

        programme()
                .given(meanwhile)
                .when(approve("zhao"))
                .thenRefused(new ProgrammeRejection.PurseIsDropped("status", 4, 3));
    }

    @Test
    void aSecondPersonApprovesAndTheRightRulesStandInThePlaceOfTheWrongOnes() {
        programme()
                .given(PROPOSED)
                .when(approve("zhao"))
                .then(new CorrectionApproved("approve", APRIL, "zhao", "c-1", 3, USED))
                .thenOnlyOnce()
                .thenState(after -> {
                    RuleBook book = after.book(TERMS);
                    assertThat(book.inForce(APRIL, USED.minusNanos(1)).version())
                            .isEqualTo(2);
                    assertThat(book.inForce(APRIL, USED).version()).isEqualTo(3);
                    assertThat(book.inForce(NOW, USED).version()).isEqualTo(1);
                    assertThat(book.version(3).corrects()).isEqualTo(2);
                    assertThat(after.drafts()).isEmpty();
                    assertThat(after.correction("c-1").orElseThrow().status()).isEqualTo(Correction.Status.APPROVED);
                });
    }

    @Test
    void whoProposedItCannotApproveIt() {
        programme().given(PROPOSED).when(approve("li")).thenRefused(new ProgrammeRejection.SecondPersonNeeded());
    }

    @Test
    void aRejectedCorrectionGivesItsDraftBack() {
        var rejected = new CorrectionRejected("reject", APRIL, "zhao", "c-1", "four times");

        programme()
                .given(PROPOSED)
                .when(new RejectCorrection("reject", APRIL, "zhao", "c-1", "four times"))
                .then(rejected)
                .thenOnlyOnce()
                .thenState(after -> {
                    assertThat(after.draft("d-2").orElseThrow().proposedIn()).isNull();
                    assertThat(after.correction("c-1").orElseThrow().status()).isEqualTo(Correction.Status.REJECTED);
                });
        programme()
                .given(and(PROPOSED, rejected))
                .when(approve("zhao"))
                .thenRefused(new ProgrammeRejection.CorrectionIsDecided(Correction.Status.REJECTED));
    }

    @Test
    void aCorrectionIsDecidedOnce() {
        programme()
                .given(APPROVED)
                .when(new RejectCorrection("reject", APRIL, "li", "c-1", "no"))
                .thenRefused(new ProgrammeRejection.CorrectionIsDecided(Correction.Status.APPROVED));
        programme().given().when(approve("zhao")).thenRefused(new ProgrammeRejection.CorrectionNotFound());
    }

    @Test
    void aCorrectionIsFinishedWhenItsDifferencesArePosted() {
        programme()
                .given(APPROVED)
                .when(new FinishCorrection("finish", MAY, "job", "c-1", 12, 300, 0))
                .then(new CorrectionFinished("finish", MAY, "job", "c-1", 12, 300, 0))
                .thenOnlyOnce()
                .thenState(after -> assertThat(
                                after.correction("c-1").orElseThrow().outcome())
                        .isEqualTo(new Correction.Outcome(MAY, 12, 300, 0)));
    }

    @Test
    void onlyAnApprovedCorrectionThatIsUsedIsFinished() {
        programme()
                .given(PROPOSED)
                .when(finish(MAY))
                .thenRefused(new ProgrammeRejection.CorrectionIsNotApproved(Correction.Status.PROPOSED));
        programme()
                .given(APPROVED)
                .when(finish(USED.minusNanos(1)))
                .thenRefused(new ProgrammeRejection.CorrectionIsNotUsedYet(USED));
        programme().given().when(finish(MAY)).thenRefused(new ProgrammeRejection.CorrectionNotFound());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FinishCorrection("finish", MAY, "job", "c-1", -1, 0, 0))
                .withMessage("/accounts: -1 (expected: 0 to 9223372036854775807)");
    }

    @Test
    void oneCorrectionFollowsTheOther() {
        List<ProgrammeEvent> another = and(APPROVED, drafted("d-3", TWO));
        var finished = new CorrectionFinished("finish", MAY, "job", "c-1", 12, 300, 0);

        programme()
                .given(another)
                .when(new ProgrammeCommand.ProposeCorrection("p", MAY, "li", "c-2", "d-3", 1, "again", "r-2"))
                .thenRefused(new ProgrammeRejection.AnotherCorrectionIsOpen());
        programme()
                .given(and(another, finished))
                .when(new ProgrammeCommand.ProposeCorrection("p", MAY, "li", "c-2", "d-3", 3, "again", "r-2"))
                .thenEvents(events -> assertThat(events).hasSize(1));
    }

    @Test
    void ofACorrectedVersionTheRightOneIsCorrected() {
        programme()
                .given(and(APPROVED, drafted("d-3", SomeRules.giving("4"))))
                .when(new ProgrammeCommand.ProposeCorrection("p", MAY, "li", "c-2", "d-3", 2, "again", "r-2"))
                .thenRefused(new ProgrammeRejection.VersionIsCorrected(3));
    }

    private static FinishCorrection finish(Instant at) {
        return new FinishCorrection("finish", at, "job", "c-1", 1, 1, 0);
    }
}
