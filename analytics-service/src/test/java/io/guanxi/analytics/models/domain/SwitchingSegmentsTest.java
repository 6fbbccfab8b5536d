package io.guanxi.analytics.models.domain;

import static io.guanxi.analytics.models.domain.SomeModels.MARCH;
import static io.guanxi.analytics.models.domain.SomeModels.cause;
import static io.guanxi.analytics.models.domain.SomeModels.spentAtLeast;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.models.domain.ModelCommand.DiscardDraft;
import io.guanxi.analytics.models.domain.ModelCommand.DraftSegment;
import io.guanxi.analytics.models.domain.ModelCommand.RetireSegment;
import io.guanxi.analytics.models.domain.ModelCommand.SwitchSegment;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDraftDiscarded;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentRetired;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import io.guanxi.analytics.segment.domain.Condition;
import io.guanxi.analytics.segment.domain.ConditionRow;
import io.guanxi.test.DeciderSpecification;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchingSegmentsTest {

    private static final String NAME = "big-spenders";
    private static final LocalDate LATER = MARCH.plusDays(7);

    private final DeciderSpecification<ModelBook, ModelCommand, ModelEvent, ModelRejection> models =
            DeciderSpecification.of(ModelBook.empty(), ModelBook::evolve, ModelDecider::decide);

    @Test
    void a_draft_is_begun_and_edited_without_anybody_being_judged_by_it() {
        models.given().when(draft("c-1", "200")).then(drafted("c-1", 1, "200")).thenOnlyOnce();
        models.given(drafted("c-1", 1, "200"))
                .when(draft("c-2", "300"))
                .then(drafted("c-2", 2, "300"))
                .thenState(book ->
                        assertThat(book.segment(NAME).orElseThrow().inUse()).isNull());
    }

    @Test
    void the_same_draft_is_nothing_new() {
        models.given(drafted("c-1", 1, "200")).when(draft("c-2", "200")).thenNothing();
    }

    @Test
    void a_switch_makes_the_draft_the_next_version_from_the_latest_day_on() {
        models.given(drafted("c-1", 1, "200"))
                .when(new SwitchSegment(cause("c-2"), MARCH, NAME, 1))
                .then(switched("c-2", 2, 1, MARCH, "200"))
                .thenOnlyOnce()
                .thenState(book ->
                        assertThat(book.segment(NAME).orElseThrow().draft()).isNull());
    }

    @Test
    void only_the_draft_that_was_seen_is_switched() {
        models.given(drafted("c-1", 1, "200"), drafted("c-2", 2, "300"))
                .when(new SwitchSegment(cause("c-3"), MARCH, NAME, 1))
                .thenRefused(new ModelRejection.DraftWasChanged(2));
    }

    @Test
    void a_version_is_not_used_before_the_one_before_it() {
        models.given(drafted("c-1", 1, "200"), switched("c-2", 2, 1, LATER, "200"), drafted("c-3", 3, "300"))
                .when(new SwitchSegment(cause("c-4"), MARCH, NAME, null))
                .then(switched("c-4", 4, 2, LATER, "300"));
    }

    @Test
    void without_a_draft_nothing_is_switched_or_discarded() {
        ModelEvent[] inUse = {drafted("c-1", 1, "200"), switched("c-2", 2, 1, MARCH, "200")};
        models.given(inUse)
                .when(new SwitchSegment(cause("c-3"), MARCH, NAME, null))
                .thenRefused(new ModelRejection.SegmentHasNoDraft());
        models.given(inUse)
                .when(new DiscardDraft(cause("c-3"), NAME))
                .thenRefused(new ModelRejection.SegmentHasNoDraft());
    }

    @Test
    void a_draft_that_is_in_use_already_is_not_switched() {
        models.given(drafted("c-1", 1, "200"), switched("c-2", 2, 1, MARCH, "200"), drafted("c-3", 3, "200"))
                .when(new SwitchSegment(cause("c-4"), LATER, NAME, 3))
                .thenRefused(new ModelRejection.DraftChangesNothing());
    }

    @Test
    void a_draft_that_is_discarded_before_it_was_used_leaves_nothing() {
        models.given(drafted("c-1", 1, "200"))
                .when(new DiscardDraft(cause("c-2"), NAME))
                .then(new SegmentDraftDiscarded(cause("c-2"), NAME, 2))
                .thenState(book -> assertThat(book.segment(NAME)).isEmpty());
    }

    @Test
    void a_retired_segment_has_nobody_and_can_be_used_again() {
        ModelEvent retired = new SegmentRetired(cause("c-3"), NAME, 3, 1, LATER);
        models.given(drafted("c-1", 1, "200"), switched("c-2", 2, 1, MARCH, "200"))
                .when(new RetireSegment(cause("c-3"), LATER, NAME))
                .then(retired)
                .thenOnlyOnce();
        models.given(drafted("c-1", 1, "200"), switched("c-2", 2, 1, MARCH, "200"), retired, drafted("c-4", 4, "200"))
                .when(new SwitchSegment(cause("c-5"), LATER.plusDays(1), NAME, 4))
                .then(switched("c-5", 5, 2, LATER.plusDays(1), "200"));
    }

    @Test
    void only_a_segment_in_use_is_retired() {
        models.given()
                .when(new RetireSegment(cause("c-1"), MARCH, NAME))
                .thenRefused(new ModelRejection.SegmentNotFound());
        models.given(drafted("c-1", 1, "200"))
                .when(new RetireSegment(cause("c-2"), MARCH, NAME))
                .thenRefused(new ModelRejection.SegmentIsNotInUse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Big", "-big", "big--spenders", "1st", "大客户", "a-b-c-d-e-f-g-h-i-j-k"})
    void a_name_that_cannot_be_published_is_refused(String name) {
        models.given()
                .when(new DraftSegment(cause("c-1"), name, "Big spenders", spentAtLeast("200")))
                .thenRefused(new ModelRejection.SegmentNameIsImpossible());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "\ud800"})
    void a_title_that_nobody_can_read_is_refused(String title) {
        models.given()
                .when(new DraftSegment(cause("c-1"), NAME, title, spentAtLeast("200")))
                .thenRefused(new ModelRejection.SegmentTitleIsImpossible());
    }

    @Test
    void a_condition_that_is_nested_too_deeply_is_refused() {
        Condition deep = spentAtLeast("200");
        for (int depth = 0; depth < Condition.DEEPEST; depth++) {
            deep = new Condition.Not(deep);
        }
        models.given()
                .when(new DraftSegment(cause("c-1"), NAME, "Deep", deep))
                .thenRefused(new ModelRejection.ConditionIsTooLarge());
        Condition wide = new Condition.All(Collections.nCopies(
                5, new Condition.Any(Collections.nCopies(Condition.MOST_PARTS, spentAtLeast("1")))));
        models.given()
                .when(new DraftSegment(cause("c-1"), NAME, "Wide", wide))
                .thenRefused(new ModelRejection.ConditionIsTooLarge());
    }

    @Test
    void there_are_only_so_many_segments() {
        List<SegmentDrafted> many = IntStream.range(0, ModelRejection.TooManySegments.MOST)
                .mapToObj(at -> new SegmentDrafted(cause("c-" + at), "s-" + at, 1, "S", lines("1")))
                .toList();
        models.given(many).when(draft("c-x", "200")).thenRefused(new ModelRejection.TooManySegments());
        models.given(many)
                .when(new DraftSegment(cause("c-x"), "s-7", "S", spentAtLeast("2")))
                .thenEvents(events -> assertThat(events).hasSize(1));
    }

    private static DraftSegment draft(String command, String amount) {
        return new DraftSegment(cause(command), NAME, "Big spenders", spentAtLeast(amount));
    }

    private static SegmentDrafted drafted(String command, int revision, String amount) {
        return new SegmentDrafted(cause(command), NAME, revision, "Big spenders", lines(amount));
    }

    private static SegmentSwitched switched(String command, int revision, int version, LocalDate from, String amount) {
        return new SegmentSwitched(cause(command), NAME, revision, version, from, "Big spenders", lines(amount));
    }

    private static List<ConditionRow> lines(String amount) {
        return ConditionRow.of(spentAtLeast(amount));
    }
}
