package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.GiftPolicy.*;

import io.guanxi.loyalty.account.domain.GiftEntry.BonusGranted;
import io.guanxi.loyalty.account.domain.GiftEntry.Side;
import io.guanxi.loyalty.account.domain.GivingRejection.BalanceHasNoRoom;
import io.guanxi.loyalty.account.domain.GivingRejection.ReferralIsJudged;
import io.guanxi.loyalty.account.domain.GivingRejection.ReferralIsNotFinal;
import io.guanxi.loyalty.account.domain.GivingRejection.RulesAreUnknown;
import io.guanxi.loyalty.account.domain.GivingRejection.YearlyReferralsReached;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ConfirmReferral;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.RefuseReferral;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.RewardReferrer;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.ReferralRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recommendation is confirmed or refused on the friend's account, once, and rewarded on both. */
final class JudgingReferrals {

    private static final Duration YEAR = Duration.ofDays(365);

    private JudgingReferrals() {}

    static @Nullable LoyaltyRejection confirm(Unfolding course, ConfirmReferral c, Instant at) {
        Profile.Referral referral = course.account().profile().referral();
        if (referral == null) {
            return new ReferralIsNotFinal();
        }
        return switch (referral.status()) {
            case CLAIMED -> new ReferralIsNotFinal();
            case CONFIRMED -> null;
            case REFUSED -> new ReferralIsJudged(false);
            case FINAL -> welcome(course, c, referral, at);
        };
    }

    static @Nullable LoyaltyRejection refuse(Unfolding course, RefuseReferral c, Instant at) {
        Profile.Referral referral = course.account().profile().referral();
        if (referral == null) {
            return new ReferralIsNotFinal();
        }
        return switch (referral.status()) {
            case CLAIMED -> new ReferralIsNotFinal();
            case CONFIRMED -> new ReferralIsJudged(true);
            case REFUSED -> null;
            case FINAL -> {
                course.then(new Fact.ReferralRefused(
                        referral.referrer(),
                        referral.order(),
                        c.findings(),
                        c.stamp().cause(),
                        at));
                yield null;
            }
        };
    }

    private static @Nullable LoyaltyRejection welcome(
            Unfolding course, ConfirmReferral c, Profile.Referral referral, Instant at) {
        Optional<PublishedRules> published = course.book().find(referral.ruleVersion());
        if (published.isEmpty()) {
            return new RulesAreUnknown(referral.ruleVersion());
        }
        course.then(new Fact.ReferralConfirmed(
                referral.referrer(), referral.order(), c.findings(), c.stamp().cause(), at));
        ReferralRules rules = published.get().rules().referral();
        OrderRef order = referral.order();
        String entryId = EffectKey.of(course.account(), "welcome", "referral", order.shop(), order.orderId())
                .entryId();
        var bonus = new Bonus(
                entryId,
                Side.FRIEND,
                referral.referrer(),
                order,
                published.get(),
                rules == null ? 0 : rules.friend(),
                List.of(A_FRIEND_WHOSE_FIRST_ORDER_IS_FINAL_IS_WELCOMED.found(true)));
        return grant(course, bonus, c.stamp().cause(), at);
    }

    static @Nullable LoyaltyRejection reward(Unfolding course, RewardReferrer c, Instant at) {
        LoyaltyAccount account = course.account();
        String entryId = EffectKey.of(account, "reward", "referral", c.friend()).entryId();
        if (account.done().containsKey(entryId)) {
            return null;
        }
        Optional<PublishedRules> published = course.book().find(c.ruleVersion());
        if (published.isEmpty()) {
            return new RulesAreUnknown(c.ruleVersion());
        }
        ReferralRules rules = published.get().rules().referral();
        if (rules != null && account.tally().countSince(Tally.Kind.REFERRAL, at.minus(YEAR)) >= rules.mostPerYear()) {
            return new YearlyReferralsReached(rules.mostPerYear());
        }
        var bonus = new Bonus(
                entryId,
                Side.REFERRER,
                c.friend(),
                c.order(),
                published.get(),
                rules == null ? 0 : rules.referrer(),
                List.of(
                        A_CUSTOMER_IS_REWARDED_FOR_EACH_FRIEND_ONCE.found(false),
                        A_YEAR_REWARDS_FOR_NO_MORE_FRIENDS_THAN_ITS_LIMIT.found(false)));
        return grant(course, bonus, c.stamp().cause(), at);
    }

    /** What one side gets. */
    private record Bonus(
            String entryId,
            Side side,
            String other,
            OrderRef order,
            PublishedRules published,
            long points,
            List<Finding> findings) {}

    private static @Nullable LoyaltyRejection grant(Unfolding course, Bonus bonus, String cause, Instant at) {
        ProgrammeRules rules = bonus.published().rules();
        ReferralRules referral = rules.referral();
        if (referral == null || bonus.points() == 0) {
            return null;
        }
        String purse = referral.purse();
        LoyaltyAccount account = course.account();
        if (!Room.isThereFor(account.purse(purse), bonus.points())) {
            return new BalanceHasNoRoom(bonus.points());
        }
        Lot lot = LotTerms.ofGift(bonus.entryId(), at, rules.purse(purse).orElseThrow(), rules.zone());
        course.then(new BonusGranted(
                bonus.entryId(),
                bonus.side(),
                bonus.other(),
                bonus.order(),
                purse,
                bonus.points(),
                bonus.published().version(),
                lot,
                List.of(new Move(bonus.entryId(), Bucket.OUTSIDE, Bucket.AVAILABLE, bonus.points())),
                bonus.findings(),
                account.purse(purse).available() + bonus.points(),
                cause,
                at));
        RepayingDebt.from(course, purse, cause, at);
        return null;
    }
}
