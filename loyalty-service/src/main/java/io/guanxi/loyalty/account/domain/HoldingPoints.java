package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.CheckoutPolicy.*;

import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsHeld;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldDiffers;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldEndsInThePast;
import io.guanxi.loyalty.account.domain.CheckoutRejection.OrderIsCancelled;
import io.guanxi.loyalty.account.domain.CheckoutRejection.RewardIsUnknown;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.HoldForReward;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.HoldPoints;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Points are kept aside, so that nothing else can use them until it is known whether they pay. */
final class HoldingPoints {

    private HoldingPoints() {}

    static @Nullable LoyaltyRejection forBasket(Unfolding course, HoldPoints c, Instant at) {
        Hold before = course.account().holds().get(c.holdId());
        if (before != null) {
            boolean same = before.purse().equals(c.purse())
                    && before.points() == c.points()
                    && Objects.equals(before.order(), c.order());
            return same ? null : new HoldDiffers(c.holdId());
        }
        PublishedRules published = course.book().inForce(at, c.stamp().known());
        SpendingPower power = SpendingPower.of(course.account(), c.purse(), published.rules());
        LoyaltyRejection refusal = power.refuses(c.points());
        if (refusal != null) {
            return refusal;
        }
        if (course.account().order(c.order()).cancelled()) {
            return new OrderIsCancelled(c.order());
        }
        Instant longest = at.plus(published.rules().holds().longest());
        Instant until = c.until().isBefore(longest) ? c.until() : longest;
        if (!until.isAfter(at)) {
            return new HoldEndsInThePast(until, at);
        }
        var findings = new ArrayList<Finding>();
        findings.add(ONLY_SPENDABLE_POINTS_BUY_ANYTHING.found(false));
        findings.add(A_CANCELLED_ORDER_COSTS_NOTHING.found(false));
        findings.addAll(power.findings());
        findings.add(POINTS_ARE_KEPT_ASIDE_FOR_A_LIMITED_TIME.found(until.isBefore(c.until())));
        var what = new What(c.holdId(), c.purse(), c.points(), c.order(), null, until, published.version());
        keepAside(course, what, findings, c.stamp().cause(), at);
        return null;
    }

    static @Nullable LoyaltyRejection forReward(Unfolding course, HoldForReward c, Instant at) {
        Hold before = course.account().holds().get(c.holdId());
        if (before != null) {
            return c.reward().equals(before.reward()) ? null : new HoldDiffers(c.holdId());
        }
        PublishedRules published = course.book().inForce(at, c.stamp().known());
        RewardRules reward = published.rules().reward(c.reward()).orElse(null);
        if (reward == null) {
            return new RewardIsUnknown(c.reward());
        }
        LoyaltyRejection refusal = RewardTerms.refuse(course.account(), reward, published.rules());
        if (refusal != null) {
            return refusal;
        }
        var findings = new ArrayList<>(RewardTerms.findings(reward));
        findings.addAll(SpendingPower.of(course.account(), reward.purse(), published.rules())
                .findings());
        Instant until = at.plus(published.rules().holds().longest());
        var what =
                new What(c.holdId(), reward.purse(), reward.price(), null, reward.code(), until, published.version());
        keepAside(course, what, findings, c.stamp().cause(), at);
        return null;
    }

    /** What is to be kept aside, and by which version. */
    private record What(
            String holdId,
            String purse,
            long points,
            @Nullable OrderRef order,
            @Nullable String reward,
            Instant until,
            int version) {}

    private static void keepAside(Unfolding course, What what, List<Finding> findings, String cause, Instant at) {
        LoyaltyAccount account = course.account();
        PurseStanding purse = account.purse(what.purse());
        findings.add(POINTS_THAT_END_FIRST_ARE_USED_FIRST.found(true));
        course.then(new PointsHeld(
                EffectKey.of(account, "hold", "checkout", what.holdId()).entryId(),
                what.holdId(),
                what.purse(),
                what.points(),
                account.lots().draw(what.purse(), Bucket.AVAILABLE, Bucket.HELD, what.points(), purse.lastUse()),
                what.order(),
                what.reward(),
                what.until(),
                what.version(),
                findings,
                purse.available() - what.points(),
                cause,
                at));
    }
}
