package io.guanxi.analytics.membership.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.analytics.membership.SideCounts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a switch to the draft on a day would do.
 *
 * @param version of the definition in force on the day; absent if there was none
 * @param revision of the segment, which a switch to just this draft names as {@code If-Match}
 * @param customers who had ordered something by then
 * @param members by the version in force
 * @param drafted how many there would be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DifferenceAnswer(
        String segment,
        LocalDate asOf,
        @Nullable Integer version,
        int revision,
        long customers,
        long members,
        long drafted,
        long both,
        long entering,
        long leaving) {

    static DifferenceAnswer of(SegmentOnDay segment, SideCounts counts) {
        return new DifferenceAnswer(
                segment.name(),
                segment.day(),
                segment.version(),
                segment.segment().revision(),
                counts.both() + counts.entering() + counts.leaving() + counts.neither(),
                counts.both() + counts.leaving(),
                counts.both() + counts.entering(),
                counts.both(),
                counts.entering(),
                counts.leaving());
    }
}
