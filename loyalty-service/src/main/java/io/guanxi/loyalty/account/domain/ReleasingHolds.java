package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.CheckoutPolicy.A_CANCELLED_ORDER_COSTS_NOTHING;
import static io.guanxi.loyalty.account.domain.CheckoutPolicy.A_RELEASED_BASKET_COSTS_NOTHING;
import static io.guanxi.loyalty.account.domain.CheckoutPolicy.A_REWARD_THAT_IS_GONE_COSTS_NOTHING;
import static io.guanxi.loyalty.account.domain.CheckoutPolicy.POINTS_ARE_KEPT_ASIDE_FOR_A_LIMITED_TIME;

import io.guanxi.loyalty.account.domain.CheckoutEntry.HoldReleased;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsSpent;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsUnknown;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReleaseHeld;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points that were kept aside go back to where they came from. */
final class ReleasingHolds {

    private ReleasingHolds() {}

    static @Nullable LoyaltyRejection release(Unfolding course, ReleaseHeld c, Instant at) {
        Hold hold = course.account().holds().get(c.holdId());
        if (hold == null) {
            return new HoldIsUnknown(c.holdId());
        }
        return switch (hold.status()) {
            case OPEN -> {
                CheckoutPolicy why =
                        c.rewardIsGone() ? A_REWARD_THAT_IS_GONE_COSTS_NOTHING : A_RELEASED_BASKET_COSTS_NOTHING;
                letGo(course, hold, why, c.stamp().cause(), at);
                yield null;
            }
            case RELEASED, TIMED_OUT -> null;
            case SPENT -> new HoldIsSpent(c.holdId());
        };
    }

    static void timeOut(Unfolding course, Hold hold, String cause, Instant at) {
        letGo(course, hold, POINTS_ARE_KEPT_ASIDE_FOR_A_LIMITED_TIME, cause, at);
    }

    static void withOrder(Unfolding course, Hold hold, String cause, Instant at) {
        letGo(course, hold, A_CANCELLED_ORDER_COSTS_NOTHING, cause, at);
    }

    private static void letGo(Unfolding course, Hold hold, CheckoutPolicy why, String cause, Instant at) {
        LoyaltyAccount account = course.account();
        List<Move> back = hold.drawn().stream()
                .map(move -> new Move(move.lot(), Bucket.HELD, Bucket.AVAILABLE, move.points()))
                .toList();
        course.then(new HoldReleased(
                EffectKey.of(account, "release", "checkout", hold.holdId()).entryId(),
                hold.holdId(),
                hold.purse(),
                hold.points(),
                back,
                why == POINTS_ARE_KEPT_ASIDE_FOR_A_LIMITED_TIME,
                hold.reward(),
                List.of(why.found(true)),
                account.purse(hold.purse()).available() + hold.points(),
                cause,
                at));
        RepayingDebt.from(course, hold.purse(), cause, at);
    }
}
