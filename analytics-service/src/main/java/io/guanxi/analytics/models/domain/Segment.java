package io.guanxi.analytics.models.domain;

import io.guanxi.analytics.models.domain.ModelEvent.OfSegment;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDraftDiscarded;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentRetired;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A segment as its events have made it.
 *
 * @param name for ever the same
 * @param revision counts what happened to it; 0 as long as nothing did
 * @param draft null if nobody works on one
 * @param versions every definition that was ever in use, the oldest first
 * @param retired null as long as the last definition is in use, or none ever was
 */
public record Segment(
        String name,
        int revision,
        @Nullable SegmentDrafted draft,
        List<SegmentSwitched> versions,
        @Nullable SegmentRetired retired) {

    public Segment {
        versions = List.copyOf(versions);
    }

    static Segment unknown(String name) {
        return new Segment(name, 0, null, List.of(), null);
    }

    Segment after(OfSegment event) {
        return switch (event) {
            case SegmentDrafted drafted -> new Segment(name, event.revision(), drafted, versions, retired);
            case SegmentDraftDiscarded discarded -> new Segment(name, event.revision(), null, versions, retired);
            case SegmentSwitched switched ->
                new Segment(
                        name,
                        event.revision(),
                        null,
                        Stream.concat(versions.stream(), Stream.of(switched)).toList(),
                        null);
            case SegmentRetired gone -> new Segment(name, event.revision(), draft, versions, gone);
        };
    }

    /** The definition in use; null if there is none. */
    public @Nullable SegmentSwitched inUse() {
        return versions.isEmpty() || retired != null ? null : versions.getLast();
    }

    /** Whether there is anything to show: a draft that was thrown away before it was ever used leaves nothing. */
    boolean isThere() {
        return draft != null || !versions.isEmpty();
    }

    int nextVersion() {
        return versions.size() + 1;
    }

    /** From when on the last version is used, or the segment is not; null if it never was. */
    @Nullable
    LocalDate lastEffectiveFrom() {
        if (retired != null) {
            return retired.effectiveFrom();
        }
        return versions.isEmpty() ? null : versions.getLast().effectiveFrom();
    }
}
