package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.CheckoutPolicy.POINTS_KEPT_ASIDE_ARE_SPENT_ONCE;

import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsSpent;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldHasTimedOut;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsReleased;
import io.guanxi.loyalty.account.domain.CheckoutRejection.HoldIsUnknown;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SpendHeld;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherIssued;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Points that were kept aside pay. */
final class SpendingHeld {

    private SpendingHeld() {}

    static @Nullable LoyaltyRejection spend(Unfolding course, SpendHeld c, Instant at) {
        Hold hold = course.account().holds().get(c.holdId());
        if (hold == null) {
            return new HoldIsUnknown(c.holdId());
        }
        return switch (hold.status()) {
            case OPEN -> {
                course.then(spent(course.account(), hold, c.stamp().cause(), at));
                if (hold.reward() != null) {
                    issueVoucher(course, hold, hold.reward(), c.stamp().cause(), at);
                }
                yield null;
            }
            case SPENT -> null;
            case RELEASED -> new HoldIsReleased(c.holdId());
            case TIMED_OUT -> new HoldHasTimedOut(c.holdId(), hold.until());
        };
    }

    private static PointsSpent spent(LoyaltyAccount account, Hold hold, String cause, Instant at) {
        List<Move> moves = hold.drawn().stream()
                .map(move -> new Move(move.lot(), Bucket.HELD, Bucket.OUTSIDE, move.points()))
                .toList();
        return new PointsSpent(
                entryId(account, hold),
                hold.holdId(),
                hold.purse(),
                hold.points(),
                moves,
                hold.order(),
                hold.reward(),
                List.of(POINTS_KEPT_ASIDE_ARE_SPENT_ONCE.found(true)),
                account.purse(hold.purse()).available(),
                cause,
                at);
    }

    /** On the terms under which the points were kept aside. The last day counts in full, in the programme's zone. */
    private static void issueVoucher(Unfolding course, Hold hold, String code, String cause, Instant at) {
        ProgrammeRules rules = course.book().version(hold.ruleVersion()).rules();
        RewardRules reward = rules.reward(code).orElseThrow();
        if (reward.kind() == RewardRules.Kind.GOODS) {
            return;
        }
        Instant expires = at.atZone(rules.zone())
                .toLocalDate()
                .plusDays(reward.validDays() + 1L)
                .atStartOfDay(rules.zone())
                .toInstant();
        course.then(new VoucherIssued(
                voucherOf(course.account(), hold),
                code,
                Objects.requireNonNull(reward.value(), "a voucher has a value"),
                hold.holdId(),
                entryId(course.account(), hold),
                expires,
                cause,
                at));
    }

    /** The id of the entry that spends what is held, or has spent it. */
    static String entryId(LoyaltyAccount account, Hold hold) {
        return EffectKey.of(account, "spend", "checkout", hold.holdId()).entryId();
    }

    /** The id of the voucher that the hold pays for, if it pays for one. */
    static String voucherOf(LoyaltyAccount account, Hold hold) {
        return EffectKey.of(account, "voucher", "checkout", hold.holdId()).entryId();
    }
}
