package io.guanxi.analytics.membership.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.membership.MembersOn;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.picture.domain.Membership;
import io.guanxi.analytics.picture.explain.Explanation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer is in a segment, and why.
 *
 * @param version of the definition in force on the day; absent if there was none
 * @param explanation why, and what would change it; absent if there was no definition
 * @param stays all up to the day, the earliest first
 * @param draft what a switch to the draft on the day would make of it; absent if nobody works on one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerInSegment(
        String customerId,
        String segment,
        LocalDate asOf,
        @Nullable Integer version,
        boolean in,
        @Nullable Explanation explanation,
        List<Stay> stays,
        @Nullable Drafted draft) {

    /**
     * @param version of the definition on entering
     * @param left absent while it lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stay(int version, LocalDate entered, @Nullable LocalDate left) {

        static Stay of(Membership stay) {
            return new Stay(stay.version(), stay.entered(), stay.left());
        }
    }

    /** @param revision of the segment with this draft */
    record Drafted(int revision, boolean in, @Nullable Explanation explanation) {}

    static CustomerInSegment of(String customerId, SegmentOnDay segment, CustomerHistory history) {
        MembersOn members = segment.members();
        List<Membership> stays = members.stays(history);
        return new CustomerInSegment(
                customerId,
                segment.name(),
                segment.day(),
                segment.version(),
                isIn(stays),
                members.explain(history),
                stays.stream().map(Stay::of).toList(),
                drafted(segment, history));
    }

    private static @Nullable Drafted drafted(SegmentOnDay segment, CustomerHistory history) {
        SegmentDrafted draft = segment.segment().draft();
        if (draft == null) {
            return null;
        }
        MembersOn members = segment.difference(draft).drafted();
        return new Drafted(draft.revision(), isIn(members.stays(history)), members.explain(history));
    }

    private static boolean isIn(List<Membership> stays) {
        return !stays.isEmpty() && stays.getLast().lasts();
    }
}
