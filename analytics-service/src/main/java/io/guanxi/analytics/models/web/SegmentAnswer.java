package io.guanxi.analytics.models.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentRetired;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import io.guanxi.analytics.models.domain.Segment;
import io.guanxi.analytics.segment.domain.ConditionForm;
import io.guanxi.analytics.segment.domain.ConditionRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment.
 *
 * @param revision counts what happened to it; the ETag
 * @param draft absent if nobody works on one
 * @param inUse the version in use; absent if there is none
 * @param retiredFrom from the end of this day on nobody is in it; absent if it is in use or never was
 * @param versions every definition that was ever in use, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SegmentAnswer(
        String name,
        int revision,
        @Nullable Draft draft,
        @Nullable Integer inUse,
        @Nullable LocalDate retiredFrom,
        List<Used> versions) {

    /** What somebody works on. */
    record Draft(String title, ConditionForm condition, Instant draftedAt, String draftedBy) {

        private static @Nullable Draft of(@Nullable SegmentDrafted draft) {
            return draft == null
                    ? null
                    : new Draft(
                            draft.title(),
                            ConditionRow.whole(draft.condition()),
                            draft.cause().at(),
                            draft.cause().by());
        }
    }

    /** A definition. */
    record Used(
            int version,
            LocalDate effectiveFrom,
            String title,
            ConditionForm condition,
            Instant switchedAt,
            String switchedBy) {

        private static Used of(SegmentSwitched switched) {
            return new Used(
                    switched.version(),
                    switched.effectiveFrom(),
                    switched.title(),
                    ConditionRow.whole(switched.condition()),
                    switched.cause().at(),
                    switched.cause().by());
        }
    }

    static SegmentAnswer of(Segment segment) {
        SegmentSwitched inUse = segment.inUse();
        SegmentRetired retired = segment.retired();
        return new SegmentAnswer(
                segment.name(),
                segment.revision(),
                Draft.of(segment.draft()),
                inUse == null ? null : inUse.version(),
                retired == null ? null : retired.effectiveFrom(),
                segment.versions().reversed().stream().map(Used::of).toList());
    }
}
