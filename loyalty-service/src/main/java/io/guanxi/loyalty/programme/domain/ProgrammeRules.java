package io.guanxi.loyalty.programme.domain;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one version of a loyalty programme says. What a list or an optional part leaves out, the programme does
 * not do.
 *
 * @param zone in which days, months and cycles are counted
 * @param purses the currencies of points; the first is the main one, which is spent and shown as "the balance"
 * @param earning what an order earns: all terms that apply are added up
 * @param reversal what happens when points are taken back that are gone
 * @param tiers absent if the programme has none
 * @param referral absent if the programme has none
 * @param transfers absent if points cannot be given to others
 * @param goodwill absent if no complaint can be compensated with points
 * @param holds how long a basket may keep points aside
 */
public record ProgrammeRules(
        ZoneId zone,
        List<PurseRules> purses,
        List<EarningTerm> earning,
        ReversalRules reversal,
        @Nullable TierRules tiers,
        List<RewardRules> rewards,
        @Nullable ReferralRules referral,
        @Nullable TransferRules transfers,
        @Nullable GoodwillRules goodwill,
        HoldRules holds) {

    public ProgrammeRules {
        purses = List.copyOf(purses);
        earning = List.copyOf(earning);
        rewards = List.copyOf(rewards);
        CrossChecks.of(purses, earning, tiers, rewards, referral, goodwill).refuse();
    }

    /** The codes of all currencies of points, the main one first. */
    public List<String> purseCodes() {
        return purses.stream().map(PurseRules::code).toList();
    }

    public PurseRules mainPurse() {
        return purses.getFirst();
    }

    public Optional<PurseRules> purse(String code) {
        return purses.stream().filter(purse -> purse.code().equals(code)).findFirst();
    }

    public Optional<RewardRules> reward(String code) {
        return rewards.stream().filter(reward -> reward.code().equals(code)).findFirst();
    }
}
