package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.domain.EarningPolicy;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import io.guanxi.loyalty.account.domain.ReversalPolicy;
import java.math.RoundingMode;
import java.util.Arrays;

/** One language's words for what happens on an account. */
abstract sealed class Wording permits EnglishWording, ChineseWording {

    /** Why the entry is as it is. */
    abstract String sentence(LedgerEntry entry);

    abstract String policy(EarningPolicy policy);

    abstract String policy(ReversalPolicy policy);

    abstract String rounded(RoundingMode rounding);

    /** The policy that a finding names; its name itself if that is all that is left of it. */
    String policy(Finding finding) {
        for (EarningPolicy policy : EarningPolicy.values()) {
            if (policy.code().equals(finding.policy())) {
                return policy(policy);
            }
        }
        return Arrays.stream(ReversalPolicy.values())
                .filter(policy -> policy.code().equals(finding.policy()))
                .findFirst()
                .map(this::policy)
                .orElse(finding.policy());
    }
}
