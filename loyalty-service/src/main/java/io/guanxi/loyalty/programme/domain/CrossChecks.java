package io.guanxi.loyalty.programme.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the parts of the rules say of each other. */
final class CrossChecks {

    private static final int MOST_PURSES = 10;
    private static final int MOST_TERMS = 200;
    private static final int MOST_REWARDS = 500;

    private final Checks checks = new Checks();
    private final List<String> purses;
    private final Set<String> spendable;
    private final List<String> tiers;

    private CrossChecks(List<PurseRules> purses, @Nullable TierRules tiers) {
        this.purses = purses.stream().map(PurseRules::code).toList();
        this.spendable = purses.stream()
                .filter(PurseRules::spendable)
                .map(PurseRules::code)
                .collect(Collectors.toUnmodifiableSet());
        this.tiers = tiers == null ? List.of() : tiers.codes();
    }

    static Checks of(
            List<PurseRules> purses,
            List<EarningTerm> earning,
            @Nullable TierRules tiers,
            List<RewardRules> rewards,
            @Nullable ReferralRules referral,
            @Nullable GoodwillRules goodwill) {
        CrossChecks cross = new CrossChecks(purses, tiers);
        cross.purses(purses);
        cross.earning(earning);
        cross.rewards(rewards);
        if (tiers != null && tiers.measure() == TierRules.Measure.POINTS) {
            cross.checks.oneOf("/tiers/unit", tiers.unit(), cross.purses);
        }
        if (referral != null) {
            cross.checks.oneOf("/referral/purse", referral.purse(), cross.purses);
        }
        if (goodwill != null) {
            cross.spendable("/goodwill/purse", goodwill.purse());
        }
        return cross.checks;
    }

    private void purses(List<PurseRules> all) {
        checks.that(
                !all.isEmpty() && all.size() <= MOST_PURSES, "/purses", all.size(), "1 to " + MOST_PURSES + " purses");
        checks.unique("/purses", purses, "code");
        if (!all.isEmpty()) {
            checks.that(
                    all.getFirst().spendable(), "/purses/0/spendable", false, "true, for the first is the main purse");
        }
    }

    private void earning(List<EarningTerm> terms) {
        checks.that(terms.size() <= MOST_TERMS, "/earning", terms.size(), "at most " + MOST_TERMS + " terms");
        checks.unique("/earning", terms.stream().map(EarningTerm::name).toList(), "name");
        for (int i = 0; i < terms.size(); i++) {
            EarningTerm term = terms.get(i);
            checks.oneOf("/earning/" + i + "/purse", term.purse(), purses);
            for (String tier : term.when().tiers()) {
                checks.oneOf("/earning/" + i + "/when/tiers", tier, tiers);
            }
        }
    }

    private void rewards(List<RewardRules> rewards) {
        checks.that(rewards.size() <= MOST_REWARDS, "/rewards", rewards.size(), "at most " + MOST_REWARDS);
        checks.unique("/rewards", rewards.stream().map(RewardRules::code).toList(), "code");
        for (int i = 0; i < rewards.size(); i++) {
            RewardRules reward = rewards.get(i);
            spendable("/rewards/" + i + "/purse", reward.purse());
            if (reward.tier() != null) {
                checks.oneOf("/rewards/" + i + "/tier", reward.tier(), tiers);
            }
        }
    }

    private void spendable(String pointer, String purse) {
        checks.that(spendable.contains(purse), pointer, purse, "a purse that is spendable: " + sorted());
    }

    private List<String> sorted() {
        return purses.stream().filter(spendable::contains).toList();
    }
}
