package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.segment.domain.Condition;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody wants of a tenant's models, rules and segments. */
public sealed interface ModelCommand {

    Cause cause();

    /** Makes a version. */
    sealed interface Dated extends ModelCommand {

        /**
         * The day of the tenant's latest event. A version is used from this day on at the earliest, so that what was answered
         * as of an earlier day stays what it was.
         *
         * @return null if there is no event yet
         */
        @Nullable
        LocalDate latestDay();
    }

    record RecordLifetimeModel(Cause cause, @Nullable LocalDate latestDay, LifetimeFit fit) implements Dated {}

    record RecordRiskModel(Cause cause, @Nullable LocalDate latestDay, LearnedRisk learned) implements Dated {}

    record RecordClusters(Cause cause, @Nullable LocalDate latestDay, FoundClusters found) implements Dated {}

    record PublishPyramidRule(Cause cause, @Nullable LocalDate latestDay, PyramidTerms terms) implements Dated {}

    /** Is about one segment. */
    sealed interface OnSegment extends ModelCommand {

        String name();
    }

    /** Begins a draft, or puts another one in its place. */
    record DraftSegment(Cause cause, String name, String title, Condition condition) implements OnSegment {}

    record DiscardDraft(Cause cause, String name) implements OnSegment {}

    /**
     * Puts the draft to use.
     *
     * @param draft the segment's revision that was seen; null to switch to whatever the draft is
     */
    record SwitchSegment(
            Cause cause,
            @Nullable LocalDate latestDay,
            String name,
            @Nullable Integer draft) implements OnSegment, Dated {}

    /** Takes the segment out of use. Its draft, if there is one, stays. */
    record RetireSegment(Cause cause, @Nullable LocalDate latestDay, String name) implements OnSegment, Dated {}
}
