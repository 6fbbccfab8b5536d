package io.guanxi.analytics.membership.web;

import io.guanxi.analytics.membership.MembersOn;
import io.guanxi.analytics.membership.SegmentDifference;
import io.guanxi.analytics.membership.Side;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.analytics.population.Member;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which customers a list has, and what it tells of each.
 *
 * @param draft the segment's revision that is compared; null if none is
 */
record ListedCustomers(
        String list, @Nullable Integer draft, Predicate<Member> which, Function<Member, MemberAnswer> shown) {

    static final String MEMBERS = "members";

    static ListedCustomers members(MembersOn members, boolean reasons) {
        return new ListedCustomers(
                MEMBERS,
                null,
                members::has,
                member -> reasons ? MemberAnswer.of(member, members) : MemberAnswer.of(member));
    }

    static ListedCustomers side(Side side, SegmentDifference difference, SegmentDrafted draft, boolean reasons) {
        return new ListedCustomers(
                side.name(),
                draft.revision(),
                member -> difference.of(member) == side,
                member -> reasons ? MemberAnswer.of(member, difference) : MemberAnswer.of(member));
    }
}
