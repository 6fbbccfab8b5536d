package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.LoyaltyCommand.LiftTierFloor;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SetTierFloor;
import io.guanxi.loyalty.account.domain.TierEvent.Reason;
import io.guanxi.loyalty.account.domain.TierEvent.TierFloorChanged;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.TierRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person may set the lowest tier that a customer has, with a reason and an end. */
final class Floors {

    private Floors() {}

    static @Nullable LoyaltyRejection set(Unfolding course, SetTierFloor c, Instant at) {
        PublishedRules published = course.book().inForce(at, c.stamp().known());
        TierRules rules = published.rules().tiers();
        if (rules == null
                || rules.tiers().stream().noneMatch(tier -> tier.code().equals(c.tier()))) {
            return new LoyaltyRejection.TierIsUnknown(c.tier());
        }
        if (c.until() != null && !c.until().isAfter(at)) {
            return new LoyaltyRejection.FloorEndsInThePast(c.until(), at);
        }
        var floor = new TierStanding.Floor(c.tier(), c.reason(), c.person(), c.until());
        TierStanding before = course.account().tier();
        if (before != null && floor.equals(before.floor())) {
            return null;
        }
        String lowest = rules.tiers().getFirst().code();
        TierStanding standing =
                before == null ? new TierStanding(lowest, lowest, lowest, at, null, null, null) : before;
        course.then(changed(
                before == null ? null : before.tier(),
                Tiers.effective(rules, on(standing, floor)),
                Reason.FLOOR_SET,
                published,
                TierPolicy.NOBODY_FALLS_BELOW_A_FLOOR,
                c.stamp().cause(),
                at));
        return null;
    }

    static @Nullable LoyaltyRejection lift(Unfolding course, LiftTierFloor c, Instant at) {
        TierStanding standing = course.account().tier();
        if (standing == null || standing.floor() == null) {
            return null;
        }
        end(
                course,
                course.book().inForce(at, c.stamp().known()),
                Reason.FLOOR_LIFTED,
                c.stamp().cause(),
                at);
        return null;
    }

    static void end(Unfolding course, PublishedRules published, Instant at, Instant due) {
        end(course, published, Reason.FLOOR_ENDED, "time:" + due, at);
    }

    private static void end(Unfolding course, PublishedRules published, Reason reason, String cause, Instant at) {
        TierStanding standing = Objects.requireNonNull(course.account().tier(), "a floor stands on a tier");
        TierRules rules = published.rules().tiers();
        TierStanding without = on(standing, null);
        course.then(changed(
                standing.tier(),
                rules == null ? earnedOnly(without) : Tiers.effective(rules, without),
                reason,
                published,
                TierPolicy.WITHOUT_A_FLOOR_THE_EARNED_TIER_COUNTS,
                cause,
                at));
    }

    private static TierFloorChanged changed(
            @Nullable String from,
            TierStanding standing,
            Reason reason,
            PublishedRules published,
            TierPolicy policy,
            String cause,
            Instant at) {
        return new TierFloorChanged(from, standing, reason, published.version(), List.of(policy.found()), cause, at);
    }

    private static TierStanding earnedOnly(TierStanding s) {
        return new TierStanding(s.earned(), s.earned(), s.base(), s.since(), s.review(), s.grace(), null);
    }

    private static TierStanding on(TierStanding s, TierStanding.@Nullable Floor floor) {
        return new TierStanding(s.tier(), s.earned(), s.base(), s.since(), s.review(), s.grace(), floor);
    }
}
