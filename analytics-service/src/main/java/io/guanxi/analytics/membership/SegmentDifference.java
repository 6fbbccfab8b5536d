package io.guanxi.analytics.membership;

import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.population.Member;
import java.time.LocalDate;
import java.util.List;

/** What a switch to a draft at the end of a day would do to a segment. */
public final class SegmentDifference {

    private final LocalDate day;
    private final MembersOn present;
    private final MembersOn drafted;

    /**
     * @param present the versions as they are
     * @param switched the same with the draft as the segment's next version, in force from the day on
     */
    public SegmentDifference(String segment, LocalDate day, InForceHistory present, InForceHistory switched) {
        this.day = day;
        this.present = new MembersOn(segment, day, present);
        this.drafted = new MembersOn(segment, day, switched);
    }

    /** Whether the customer was known by the end of the day. */
    boolean concerns(Member customer) {
        List<Flow> flows = customer.history().purchases().flows();
        return !flows.isEmpty() && !flows.getFirst().effective().isAfter(day);
    }

    public Side of(Member customer) {
        return Side.of(present.has(customer), drafted.has(customer));
    }

    /** Who is in the segment by the version in force. */
    public MembersOn present() {
        return present;
    }

    /** Who would be in it by the draft. */
    public MembersOn drafted() {
        return drafted;
    }
}
