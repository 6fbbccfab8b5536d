package io.guanxi.loyalty.measure.domain;

import io.guanxi.loyalty.account.domain.TermShare;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import java.util.List;

/** Which terms of a programme are campaigns: those for a time or for an occasion. */
public final class Campaigns {

    private Campaigns() {}

    /** @param shares what each term gave for an order */
    public static boolean anyOf(List<TermShare> shares, ProgrammeRules rules) {
        return shares.stream()
                .filter(share -> share.points().signum() > 0)
                .anyMatch(share -> rules.earning().stream()
                        .anyMatch(term -> term.name().equals(share.term()) && isCampaign(term)));
    }

    private static boolean isCampaign(EarningTerm term) {
        Conditions when = term.when();
        return when.from() != null || when.until() != null || !when.occasions().isEmpty();
    }
}
