package io.guanxi.loyalty.programme.domain;

import static io.guanxi.loyalty.programme.domain.Office.DRAFT;
import static io.guanxi.loyalty.programme.domain.Office.NOW;
import static io.guanxi.loyalty.programme.domain.Office.ONE;
import static io.guanxi.loyalty.programme.domain.Office.PROPOSED;
import static io.guanxi.loyalty.programme.domain.Office.PUBLISHED;
import static io.guanxi.loyalty.programme.domain.Office.THREE;
import static io.guanxi.loyalty.programme.domain.Office.TWO;
import static io.guanxi.loyalty.programme.domain.Office.programme;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.programme.domain.ProgrammeCommand.CopyVersion;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.CreateDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.DiscardDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.EditDraft;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftCreated;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftDiscarded;
import io.guanxi.loyalty.programme.domain.ProgrammeEvent.DraftEdited;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftingRulesTest {

    private static final Instant LATER = NOW.plusSeconds(60);

    @Test
    void aDraftIsWrittenFromScratch() {
        var create = new CreateDraft("create-d-1", NOW, "li", "d-1", "Spring", TWO);

        programme()
                .given()
                .when(create)
                .then(DRAFT)
                .thenOnlyOnce()
                .thenState(after -> assertThat(after.draft("d-1"))
                        .contains(new Draft("d-1", 1, "Spring", null, TWO, "li", NOW, null)));
    }

    @Test
    void aDraftBeginsWithTheRulesOfTheConfigurationOrOfAVersion() {
        programme()
                .given()
                .when(new CopyVersion("copy", NOW, "li", "d-1", "Spring", 1))
                .then(new DraftCreated("copy", NOW, "li", "d-1", "Spring", 1, ONE));
        programme()
                .given(PUBLISHED)
                .when(new CopyVersion("copy", NOW, "li", "d-9", "Summer", 2))
                .then(new DraftCreated("copy", NOW, "li", "d-9", "Summer", 2, TWO));
    }

    @Test
    void aVersionThatIsNotThereCannotBeCopied() {
        programme()
                .given(DRAFT)
                .when(new CopyVersion("copy", NOW, "li", "d-2", "Summer", 2))
                .thenRefused(new ProgrammeRejection.VersionNotFound());
    }

    @Test
    void anotherDraftOfTheSameIdIsRefused() {
        programme()
                .given(DRAFT)
                .when(new CreateDraft("another", NOW, "li", "d-1", "Summer", THREE))
                .thenRefused(new ProgrammeRejection.DraftAlreadyCreated());
        programme()
                .given(DRAFT)
                .when(new CopyVersion("another", NOW, "li", "d-1", "Summer", 1))
                .thenRefused(new ProgrammeRejection.DraftAlreadyCreated());
        programme()
                .given(PUBLISHED)
                .when(new CopyVersion("another", NOW, "li", "d-1", "Summer", 1))
                .thenRefused(new ProgrammeRejection.DraftAlreadyCreated());
    }

    @Test
    void thereIsRoomForAHundredDrafts() {
        List<ProgrammeEvent> hundred = IntStream.range(0, 100)
                .mapToObj(i -> (ProgrammeEvent) Office.drafted("d-" + i, TWO))
                .toList();

        programme()
                .given(hundred)
                .when(new CreateDraft("more", NOW, "li", "one-more", "Spring", TWO))
                .thenRefused(new ProgrammeRejection.TooManyDrafts());
    }

    @Test
    void everyEditIsARevision() {
        programme()
                .given(DRAFT)
                .when(new EditDraft("edit", LATER, "zhao", "d-1", "Spring festival", THREE))
                .then(new DraftEdited("edit", LATER, "zhao", "d-1", 2, "Spring festival", THREE))
                .thenOnlyOnce()
                .thenState(after -> assertThat(after.draft("d-1"))
                        .contains(new Draft("d-1", 2, "Spring festival", null, THREE, "zhao", LATER, null)));
    }

    @Test
    void anEditThatChangesNothingIsNoRevision() {
        programme()
                .given(DRAFT)
                .when(new EditDraft("edit", LATER, "zhao", "d-1", "Spring", SomeRules.giving("2")))
                .thenNothing();
    }

    @Test
    void aDraftIsDiscarded() {
        programme()
                .given(DRAFT)
                .when(new DiscardDraft("discard", LATER, "li", "d-1"))
                .then(new DraftDiscarded("discard", LATER, "li", "d-1"))
                .thenOnlyOnce()
                .thenState(after -> assertThat(after.drafts()).isEmpty());
    }

    @Test
    void aDraftThatIsNotThereIsNotWorkedOn() {
        var notFound = new ProgrammeRejection.DraftNotFound();

        programme()
                .given()
                .when(new EditDraft("e", NOW, "li", "d-1", "Spring", TWO))
                .thenRefused(notFound);
        programme().given().when(new DiscardDraft("d", NOW, "li", "d-1")).thenRefused(notFound);
        programme().given().when(Office.publish("d-1", null)).thenRefused(notFound);
        programme().given().when(Office.propose("d-1", 1, NOW)).thenRefused(notFound);
        programme()
                .given(PUBLISHED)
                .when(new DiscardDraft("d", NOW, "li", "d-1"))
                .thenRefused(notFound);
    }

    @Test
    void aDraftWhoseRulesAreProposedStaysAsItIs() {
        var proposed = new ProgrammeRejection.DraftIsProposed();

        programme()
                .given(PROPOSED)
                .when(new EditDraft("e", NOW, "li", "d-2", "x", TWO))
                .thenRefused(proposed);
        programme()
                .given(PROPOSED)
                .when(new DiscardDraft("d", NOW, "li", "d-2"))
                .thenRefused(proposed);
        programme().given(PROPOSED).when(Office.publish("d-2", null)).thenRefused(proposed);
    }

    @Test
    void theTimesOfAProgrammeNeverRunBackwards() {
        programme()
                .given(DRAFT)
                .when(new DiscardDraft("discard", NOW.minus(Duration.ofHours(1)), "li", "d-1"))
                .then(new DraftDiscarded("discard", NOW, "li", "d-1"));
    }
}
