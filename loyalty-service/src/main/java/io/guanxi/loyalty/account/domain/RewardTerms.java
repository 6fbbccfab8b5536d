package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.CheckoutPolicy.*;

import io.guanxi.loyalty.account.domain.CheckoutRejection.RewardLimitReached;
import io.guanxi.loyalty.account.domain.CheckoutRejection.TierIsTooLow;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.loyalty.programme.domain.TierRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an account can have a reward, apart from whether there is one left. */
final class RewardTerms {

    private RewardTerms() {}

    /** Null if it can. */
    static @Nullable LoyaltyRejection refuse(LoyaltyAccount account, RewardRules reward, ProgrammeRules rules) {
        TierStanding standing = account.tier();
        String tier = standing == null ? null : standing.tier();
        if (reward.tier() != null && rank(rules, tier) < rank(rules, reward.tier())) {
            return new TierIsTooLow(reward.code(), reward.tier(), tier);
        }
        int had = account.profile().rewards().getOrDefault(reward.code(), 0);
        if (reward.perCustomer() != null && had >= reward.perCustomer()) {
            return new RewardLimitReached(reward.code(), reward.perCustomer());
        }
        return SpendingPower.of(account, reward.purse(), rules).refuses(reward.price());
    }

    static List<Finding> findings(RewardRules reward) {
        return List.of(
                A_REWARD_IS_THERE_WHILE_THE_PROGRAMME_OFFERS_IT.found(true),
                A_REWARD_CAN_NEED_A_TIER.found(reward.tier() != null),
                A_REWARD_CAN_BE_LIMITED_PER_CUSTOMER.found(reward.perCustomer() != null),
                ONLY_SPENDABLE_POINTS_BUY_ANYTHING.found(false));
    }

    /** Of no tier, and of one that the programme does not know any more, below all others. */
    private static int rank(ProgrammeRules rules, @Nullable String tier) {
        TierRules tiers = rules.tiers();
        return tiers == null || tier == null
                ? -1
                : tiers.tiers().stream().map(TierRules.Tier::code).toList().indexOf(tier);
    }
}
