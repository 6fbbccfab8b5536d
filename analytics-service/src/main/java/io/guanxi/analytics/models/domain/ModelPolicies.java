package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.models.domain.ModelCommand.DiscardDraft;
import io.guanxi.analytics.models.domain.ModelCommand.DraftSegment;
import io.guanxi.analytics.models.domain.ModelCommand.OnSegment;
import io.guanxi.analytics.models.domain.ModelCommand.PublishPyramidRule;
import io.guanxi.analytics.models.domain.ModelCommand.RecordClusters;
import io.guanxi.analytics.models.domain.ModelCommand.RecordLifetimeModel;
import io.guanxi.analytics.models.domain.ModelCommand.RecordRiskModel;
import io.guanxi.analytics.models.domain.ModelCommand.RetireSegment;
import io.guanxi.analytics.models.domain.ModelCommand.SwitchSegment;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import io.guanxi.analytics.segment.domain.SegmentName;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules by which versions are made, in the order in which they are asked; the first that is broken refuses. */
enum ModelPolicies {
    ONLY_A_SEARCH_THAT_CAME_TO_REST_IS_RECORDED(
            (book, command) -> !converged(command), wish -> new ModelRejection.FitDidNotConverge()),

    NUMBERS_ARE_FINITE((book, command) -> !FiniteNumbers.in(command), wish -> new ModelRejection.NumbersAreNotFinite()),

    A_SEGMENT_HAS_A_NAME_THAT_CAN_BE_PUBLISHED(
            (book, command) -> command instanceof DraftSegment draft && !SegmentName.isPossible(draft.name()),
            wish -> new ModelRejection.SegmentNameIsImpossible()),

    PEOPLE_CAN_READ_A_TITLE(
            (book, command) -> command instanceof DraftSegment draft && !isTitle(draft.title()),
            wish -> new ModelRejection.SegmentTitleIsImpossible()),

    A_CONDITION_CAN_BE_READ_AGAIN(
            (book, command) -> command instanceof DraftSegment draft && !Conditions.canBeKept(draft.condition()),
            wish -> new ModelRejection.ConditionIsTooLarge()),

    THERE_ARE_ONLY_SO_MANY_SEGMENTS(
            (book, command) -> command instanceof DraftSegment draft && isOneTooMany(book, draft),
            wish -> new ModelRejection.TooManySegments()),

    ONLY_A_SEGMENT_THAT_IS_THERE_IS_MEANT(
            (book, command) -> command instanceof OnSegment on
                    && !(command instanceof DraftSegment)
                    && book.segment(on.name()).isEmpty(),
            wish -> new ModelRejection.SegmentNotFound()),

    ONLY_A_DRAFT_THAT_IS_THERE_IS_SWITCHED_OR_DISCARDED(
            (book, command) -> (command instanceof SwitchSegment || command instanceof DiscardDraft)
                    && draft(book, command) == null,
            wish -> new ModelRejection.SegmentHasNoDraft()),

    ONLY_THE_DRAFT_THAT_WAS_SEEN_IS_SWITCHED(
            (book, command) -> command instanceof SwitchSegment on
                    && on.draft() != null
                    && on.draft() != book.presentOrNew(on.name()).revision(),
            wish -> new ModelRejection.DraftWasChanged(wish.segment().revision())),

    A_SWITCH_CHANGES_SOMETHING(
            (book, command) -> command instanceof SwitchSegment on && isInUse(book.presentOrNew(on.name())),
            wish -> new ModelRejection.DraftChangesNothing()),

    ONLY_A_SEGMENT_IN_USE_IS_RETIRED(
            (book, command) -> command instanceof RetireSegment on
                    && book.presentOrNew(on.name()).inUse() == null,
            wish -> new ModelRejection.SegmentIsNotInUse());

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private final BiPredicate<ModelBook, ModelCommand> broken;
    private final Function<Wish, ModelRejection> rejection;

    ModelPolicies(BiPredicate<ModelBook, ModelCommand> broken, Function<Wish, ModelRejection> rejection) {
        this.broken = broken;
        this.rejection = rejection;
    }

    /** What is judged. */
    record Wish(ModelBook book, ModelCommand command) {

        private Segment segment() {
            return book.presentOrNew(command instanceof OnSegment on ? on.name() : "");
        }
    }

    static Optional<ModelRejection> refusal(ModelBook book, ModelCommand command) {
        return Stream.of(values())
                .filter(policy -> policy.broken.test(book, command))
                .findFirst()
                .map(policy -> policy.rejection.apply(new Wish(book, command)));
    }

    private static boolean converged(ModelCommand command) {
        return switch (command) {
            case RecordLifetimeModel c -> c.fit().converged();
            case RecordRiskModel c -> c.learned().fit().converged();
            case RecordClusters c -> true;
            case PublishPyramidRule c -> true;
            case OnSegment c -> true;
        };
    }

    private static boolean isTitle(String title) {
        return !title.isBlank()
                && title.length() <= ModelRejection.SegmentTitleIsImpossible.LONGEST
                && title.codePoints().allMatch(ModelPolicies::isPrintable);
    }

    private static boolean isPrintable(int character) {
        return character >= FIRST_PRINTABLE
                && character != DELETE
                && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
    }

    private static boolean isOneTooMany(ModelBook book, DraftSegment draft) {
        Segment segment = book.presentOrNew(draft.name());
        boolean counts = segment.draft() != null || segment.inUse() != null;
        long others = book.segments().values().stream()
                .filter(other -> other.draft() != null || other.inUse() != null)
                .count();
        return !counts && others >= ModelRejection.TooManySegments.MOST;
    }

    private static @Nullable SegmentDrafted draft(ModelBook book, ModelCommand command) {
        return book.presentOrNew(command instanceof OnSegment on ? on.name() : "")
                .draft();
    }

    private static boolean isInUse(Segment segment) {
        SegmentDrafted draft = segment.draft();
        SegmentSwitched present = segment.inUse();
        return draft != null
                && present != null
                && draft.title().equals(present.title())
                && draft.condition().equals(present.condition());
    }
}
