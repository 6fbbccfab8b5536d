package io.guanxi.analytics.membership.web;

import io.guanxi.analytics.measuring.stream.Compared;
import io.guanxi.analytics.membership.MembersOn;
import io.guanxi.analytics.membership.SegmentDifference;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.models.domain.Segment;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What questions about a segment are answered by.
 *
 * @param segment as it is recorded
 * @param versions by which live events are judged
 */
record SegmentOnDay(Segment segment, LocalDate day, Compared versions) {

    String name() {
        return segment.name();
    }

    /** The version in force on the day; null if there was none. */
    @Nullable
    Integer version() {
        return versions.on(day).segments().stream()
                .filter(definition -> definition.name().equals(name()))
                .map(SegmentDefinition::version)
                .findFirst()
                .orElse(null);
    }

    MembersOn members() {
        return new MembersOn(name(), day, versions);
    }

    /** As if the draft were switched to on the day. */
    SegmentDifference difference(SegmentDrafted draft) {
        int next = segment.versions().size() + 1;
        SegmentDefinition drafted = new SegmentDefinition(name(), next, day, draft.meant());
        Compared switched = new Compared(versions.versions().with(drafted), versions.configured());
        return new SegmentDifference(name(), day, versions, switched);
    }

    /** @throws RequestRefused 409 if nobody works on a draft */
    SegmentDrafted draft() {
        SegmentDrafted draft = segment.draft();
        if (draft == null) {
            throw conflict("segment-has-no-draft", "Nobody works on a draft of this segment.");
        }
        return draft;
    }

    /**
     * @param begunWith the revision that a list has begun with; 0 if it begins
     * @throws RequestRefused 409 if there is another draft by now, or none
     */
    SegmentDrafted draft(int begunWith) {
        SegmentDrafted draft = draft();
        if (begunWith != 0 && begunWith != draft.revision()) {
            throw conflict(
                    "draft-was-changed",
                    "The draft is revision %d by now and was %d when the list began. Start again without a cursor."
                            .formatted(draft.revision(), begunWith));
        }
        return draft;
    }

    private static RequestRefused conflict(String code, String detail) {
        return new RequestRefused(Problem.of(HttpStatus.CONFLICT, code, detail));
    }
}
