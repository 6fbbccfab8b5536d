package io.guanxi.analytics.membership.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.analytics.membership.MembersOn;
import io.guanxi.analytics.membership.SegmentDifference;
import io.guanxi.analytics.picture.explain.Explanation;
import io.guanxi.analytics.population.Member;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a list.
 *
 * @param present why the customer is in the segment or not by the version in force; only if reasons were asked for
 * @param drafted the same by the draft, in a difference
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberAnswer(
        String customerId,
        @Nullable Explanation present,
        @Nullable Explanation drafted) {

    static MemberAnswer of(Member member) {
        return new MemberAnswer(member.customerId(), null, null);
    }

    static MemberAnswer of(Member member, MembersOn present) {
        return new MemberAnswer(member.customerId(), present.explain(member.history()), null);
    }

    static MemberAnswer of(Member member, SegmentDifference difference) {
        return new MemberAnswer(
                member.customerId(),
                difference.present().explain(member.history()),
                difference.drafted().explain(member.history()));
    }
}
