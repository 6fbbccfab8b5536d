package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.ReferralRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A friend's first order names who recommended the shop; once it is final, the recommendation can be judged. */
final class Referrals {

    private Referrals() {}

    static void claim(Unfolding course, OrderFacts facts, PublishedRules rules, String cause, Instant at) {
        ReferralRules referral = rules.rules().referral();
        String referrer = facts.referredBy();
        LoyaltyAccount account = course.account();
        if (referral == null || referrer == null || account.profile().referral() != null || !isFirst(account)) {
            return;
        }
        BigDecimal least = referral.minimum().get(facts.paid().currency());
        if (least == null || facts.paid().amount().compareTo(least) >= 0) {
            course.then(new Fact.ReferralClaimed(
                    referrer, facts.order(), rules.version(), referral.finalAfterDays(), cause, at));
        }
    }

    private static boolean isFirst(LoyaltyAccount account) {
        return account.orders().values().stream()
                        .filter(order -> order.payment() != null)
                        .limit(2)
                        .count()
                == 1;
    }

    static void becomeFinal(Unfolding course, Instant due, Instant at) {
        LoyaltyAccount account = course.account();
        Profile.Referral referral = account.profile().referral();
        if (referral != null
                && referral.status() == Profile.Referral.Status.CLAIMED
                && Due.isOver(finalAt(account, referral), due)) {
            course.then(new Fact.ReferralBecameFinal(referral.referrer(), referral.order(), "time:" + due, at));
        }
    }

    /** Null as long as the order is not delivered, and for ever if it is cancelled or all of it came back. */
    static @Nullable Instant finalAt(LoyaltyAccount account, Profile.Referral referral) {
        OrderStanding order = account.order(referral.order());
        return order.delivered() == null || order.netSpend().signum() == 0
                ? null
                : order.delivered().plus(Duration.ofDays(referral.finalAfterDays()));
    }
}
