package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.TierMeasure.count;
import static io.guanxi.loyalty.account.domain.TierMeasure.qualified;
import static io.guanxi.loyalty.account.domain.TierMeasure.rank;
import static io.guanxi.loyalty.account.domain.TierMeasure.windowEnd;
import static io.guanxi.loyalty.account.domain.TierMeasure.windowStart;

import io.guanxi.loyalty.account.domain.TierEvent.Count;
import io.guanxi.loyalty.account.domain.TierEvent.Reason;
import io.guanxi.loyalty.account.domain.TierEvent.TierChanged;
import io.guanxi.loyalty.account.domain.TierEvent.TierGraceBegan;
import io.guanxi.loyalty.account.domain.TierEvent.TierKept;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.TierRules;
import io.guanxi.loyalty.programme.domain.TierRules.Downgrade;
import io.guanxi.loyalty.programme.domain.TierRules.Upgrade;
import io.guanxi.loyalty.programme.domain.TierRules.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An account rises when its orders are enough, and falls only at a review. What counts is what was earned and not what is
 * left: spending points never costs a tier.
 */
final class Tiers {

    private Tiers() {}

    /** After orders have changed. */
    static void follow(Unfolding course, Stamp stamp, Instant at) {
        PublishedRules published = course.book().inForce(at, stamp.known());
        TierRules rules = published.rules().tiers();
        if (rules == null || !concernsOrders(course.events())) {
            return;
        }
        if (course.account().tier() == null) {
            join(course, published, rules, stamp.cause(), at);
        }
        boolean reversed = course.events().stream().anyMatch(Tiers::takesBack);
        switch (rules.upgrade()) {
            case AT_ONCE -> {
                if (!rise(course, published, rules, stamp.cause(), at) && reversed) {
                    undo(course, published, rules, stamp.cause(), at);
                }
            }
            case AT_REVIEW -> arrangeReview(course, published, rules, stamp.cause(), at);
        }
    }

    private static boolean concernsOrders(List<LoyaltyEvent> events) {
        return events.stream()
                .anyMatch(
                        event -> event instanceof Fact.PaymentNoted || event instanceof OrderEntry || takesBack(event));
    }

    private static boolean takesBack(LoyaltyEvent event) {
        return event instanceof Fact.ReturnNoted
                || event instanceof Fact.PaidOrderCancelled
                || event instanceof OrderEntry.EarningCorrected;
    }

    private static void join(Unfolding course, PublishedRules published, TierRules rules, String cause, Instant at) {
        String lowest = rules.tiers().getFirst().code();
        course.then(new TierChanged(
                null,
                new TierStanding(lowest, lowest, lowest, at, null, null, null),
                Reason.JOINED,
                present(course, published, rules, at),
                published.version(),
                List.of(TierPolicy.EVERYBODY_HAS_THE_LOWEST_TIER.found()),
                cause,
                at));
    }

    private static boolean rise(Unfolding course, PublishedRules published, TierRules rules, String cause, Instant at) {
        TierStanding standing = standing(course);
        Count count = present(course, published, rules, at);
        String reached = qualified(rules, count.value()).code();
        if (rank(rules, reached) <= rank(rules, standing.earned())) {
            return false;
        }
        Instant review = validity(published.rules(), rules.window(), at);
        change(
                course,
                published,
                rules,
                new TierStanding(reached, reached, standing.base(), at, review, null, standing.floor()),
                Reason.QUALIFIED,
                count,
                TierPolicy.A_COUNT_THAT_REACHES_A_THRESHOLD_GIVES_ITS_TIER_AT_ONCE,
                cause,
                at);
        return true;
    }

    /** A tier that was reached since the last review and is not reached without what came back. */
    private static void undo(Unfolding course, PublishedRules published, TierRules rules, String cause, Instant at) {
        TierStanding standing = standing(course);
        int earned = rank(rules, standing.earned());
        int base = rank(rules, standing.base());
        Count count = count(
                course.account(),
                rules,
                windowStart(published.rules(), rules.window(), standing.since()),
                justAfter(at));
        int reached = Math.max(base, rank(rules, qualified(rules, count.value()).code()));
        if (earned <= base || reached >= earned) {
            return;
        }
        String tier = rules.tiers().get(reached).code();
        change(
                course,
                published,
                rules,
                new TierStanding(
                        tier,
                        tier,
                        standing.base(),
                        at,
                        reached == 0 ? null : standing.review(),
                        null,
                        standing.floor()),
                Reason.RETURN_UNDID_UPGRADE,
                count,
                TierPolicy.AN_UPGRADE_THAT_A_RETURNED_ORDER_HAD_MADE_IS_UNDONE,
                cause,
                at);
    }

    private static void arrangeReview(
            Unfolding course, PublishedRules published, TierRules rules, String cause, Instant at) {
        TierStanding standing = standing(course);
        if (standing.review() == null) {
            course.then(new TierKept(
                    reviewed(standing, windowEnd(published.rules(), rules.window(), at)),
                    present(course, published, rules, at),
                    published.version(),
                    List.of(TierPolicy.TIERS_CHANGE_AT_REVIEWS_ONLY.found()),
                    cause,
                    at));
        }
    }

    /** What is due on the tier at {@code due}: the end of a floor, of a grace, or a review. */
    static void review(Unfolding course, Instant due, Instant at, Instant known) {
        TierStanding standing = course.account().tier();
        if (standing == null) {
            return;
        }
        PublishedRules published = course.book().inForce(due, known);
        TierRules rules = published.rules().tiers();
        TierStanding.Floor floor = standing.floor();
        if (floor != null && Due.isOver(floor.until(), due)) {
            Floors.end(course, published, at, due);
            standing = standing(course);
        }
        boolean graceIsOver = Due.isOver(standing.grace(), due);
        if (!graceIsOver && (standing.grace() != null || !Due.isOver(standing.review(), due))) {
            return;
        }
        if (rules == null) {
            course.then(new TierKept(
                    reviewed(standing, null),
                    new Count(BigDecimal.ZERO, "", due, due),
                    published.version(),
                    List.of(TierPolicy.A_PROGRAMME_WITHOUT_TIERS_LEAVES_THEM_AS_THEY_ARE.found()),
                    cause(due),
                    at));
            return;
        }
        judge(course, published, rules, standing, graceIsOver, due, at);
    }

    private static void judge(
            Unfolding course,
            PublishedRules published,
            TierRules rules,
            TierStanding standing,
            boolean graceIsOver,
            Instant due,
            Instant at) {
        Instant from = windowStart(published.rules(), rules.window(), reviewed(standing, graceIsOver, due));
        Count count = count(course.account(), rules, from, due);
        String reached = qualified(rules, count.value()).code();
        int now = rank(rules, standing.earned());
        int then = rank(rules, reached);
        if (then > now && rules.upgrade() == Upgrade.AT_REVIEW) {
            settle(course, published, rules, reached, Reason.QUALIFIED, count, due, at);
        } else if (then >= now) {
            course.then(new TierKept(
                    reviewed(standing, nextReview(published.rules(), rules, standing.earned(), count, due)),
                    count,
                    published.version(),
                    List.of(TierPolicy.A_TIER_THAT_IS_STILL_EARNED_IS_KEPT.found()),
                    cause(due),
                    at));
        } else if (rules.graceDays() > 0 && !graceIsOver) {
            Instant grace = due.plus(Duration.ofDays(rules.graceDays()));
            course.then(new TierGraceBegan(
                    new TierStanding(
                            standing.tier(),
                            standing.earned(),
                            standing.base(),
                            standing.since(),
                            standing.review(),
                            grace,
                            standing.floor()),
                    count,
                    published.version(),
                    List.of(TierPolicy.A_TIER_IS_KEPT_FOR_A_TIME_OF_GRACE.found()),
                    cause(due),
                    at));
        } else {
            int fallen = rules.downgrade() == Downgrade.ONE_TIER ? Math.max(then, now - 1) : then;
            String tier = rules.tiers().get(fallen).code();
            settle(course, published, rules, tier, graceIsOver ? Reason.GRACE_ENDED : Reason.REVIEW, count, due, at);
        }
    }

    /** The time of grace is added to the time that was reviewed: what comes in it can still be enough. */
    private static Instant reviewed(TierStanding standing, boolean graceIsOver, Instant due) {
        Instant end = graceIsOver && standing.review() != null ? standing.review() : due;
        return end.minusNanos(1);
    }

    private static void settle(
            Unfolding course,
            PublishedRules published,
            TierRules rules,
            String tier,
            Reason reason,
            Count count,
            Instant due,
            Instant at) {
        TierStanding standing = standing(course);
        TierPolicy policy = reason == Reason.QUALIFIED
                ? TierPolicy.TIERS_CHANGE_AT_REVIEWS_ONLY
                : rules.downgrade() == Downgrade.ONE_TIER
                        ? TierPolicy.A_TIER_THAT_IS_NOT_EARNED_ANY_MORE_FALLS_BY_ONE
                        : TierPolicy.A_TIER_THAT_IS_NOT_EARNED_ANY_MORE_FALLS_TO_THE_EARNED_ONE;
        Instant review = nextReview(published.rules(), rules, tier, count, due);
        change(
                course,
                published,
                rules,
                new TierStanding(tier, tier, tier, at, review, null, standing.floor()),
                reason,
                count,
                policy,
                cause(due),
                at);
    }

    /** None for an account that has the lowest tier and gives no cause to look at it again. */
    private static @Nullable Instant nextReview(
            ProgrammeRules programme, TierRules rules, String tier, Count count, Instant due) {
        boolean lowest = rank(rules, tier) == 0;
        boolean nothingToExpect =
                rules.upgrade() == Upgrade.AT_ONCE || count.value().signum() == 0;
        return lowest && nothingToExpect ? null : windowEnd(programme, rules.window(), due);
    }

    private static void change(
            Unfolding course,
            PublishedRules published,
            TierRules rules,
            TierStanding next,
            Reason reason,
            Count count,
            TierPolicy policy,
            String cause,
            Instant at) {
        course.then(new TierChanged(
                standing(course).tier(),
                effective(rules, next),
                reason,
                count,
                published.version(),
                List.of(policy.found()),
                cause,
                at));
    }

    /** The earned tier, or the floor if that is higher. */
    static TierStanding effective(TierRules rules, TierStanding standing) {
        TierStanding.Floor floor = standing.floor();
        String tier = floor != null && rank(rules, floor.tier()) > rank(rules, standing.earned())
                ? floor.tier()
                : standing.earned();
        return new TierStanding(
                tier, standing.earned(), standing.base(), standing.since(), standing.review(), standing.grace(), floor);
    }

    private static TierStanding reviewed(TierStanding standing, @Nullable Instant review) {
        return new TierStanding(
                standing.tier(),
                standing.earned(),
                standing.earned(),
                standing.since(),
                review,
                null,
                standing.floor());
    }

    /** Until when a tier lasts that is reached now: a year from today, or to the end of the cycle after this one. */
    private static Instant validity(ProgrammeRules programme, Window window, Instant at) {
        Instant end = windowEnd(programme, window, at);
        return window.kind() == Window.Kind.CALENDAR ? windowEnd(programme, window, end) : end;
    }

    private static Count present(Unfolding course, PublishedRules published, TierRules rules, Instant at) {
        return count(course.account(), rules, windowStart(published.rules(), rules.window(), at), justAfter(at));
    }

    private static Instant justAfter(Instant at) {
        return at.plusNanos(1);
    }

    private static TierStanding standing(Unfolding course) {
        return Objects.requireNonNull(course.account().tier(), "the account has joined the tiers");
    }

    private static String cause(Instant due) {
        return "time:" + due;
    }
}
