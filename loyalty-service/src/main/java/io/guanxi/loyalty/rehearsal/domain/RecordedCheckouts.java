package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.CheckoutPolicy;
import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.domain.VoucherEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What baskets and shoppers asked for. */
final class RecordedCheckouts {

    private RecordedCheckouts() {}

    /** Null if it followed from something else: from time, or from the cancellation of the order. */
    static @Nullable LoyaltyCommand input(String account, CheckoutEntry entry, Stamp stamp) {
        return switch (entry) {
            case CheckoutEntry.PointsHeld e -> held(account, e, stamp);
            case CheckoutEntry.PointsSpent e -> new LoyaltyCommand.SpendHeld(account, e.holdId(), stamp);
            case CheckoutEntry.HoldReleased e ->
                e.timedOut() || found(e.findings(), CheckoutPolicy.A_CANCELLED_ORDER_COSTS_NOTHING)
                        ? null
                        : new LoyaltyCommand.ReleaseHeld(
                                account,
                                e.holdId(),
                                found(e.findings(), CheckoutPolicy.A_REWARD_THAT_IS_GONE_COSTS_NOTHING),
                                stamp);
            case CheckoutEntry.PointsReturned e ->
                e.returnId() == null
                        ? null
                        : new LoyaltyCommand.ReturnSpent(account, e.holdId(), e.returnId(), e.points(), stamp);
        };
    }

    private static LoyaltyCommand held(String account, CheckoutEntry.PointsHeld e, Stamp stamp) {
        if (e.reward() != null) {
            return new LoyaltyCommand.HoldForReward(account, e.holdId(), e.reward(), stamp);
        }
        boolean shortened = found(e.findings(), CheckoutPolicy.POINTS_ARE_KEPT_ASIDE_FOR_A_LIMITED_TIME);
        // What was asked for beyond the limit is not known, only that it was more.
        Instant until = shortened ? e.until().plusNanos(1) : e.until();
        return new LoyaltyCommand.HoldPoints(
                account,
                e.holdId(),
                e.purse(),
                e.points(),
                Objects.requireNonNull(e.order(), "points are kept aside for an order or a reward"),
                until,
                stamp);
    }

    /** @param withOrder whether the order was cancelled by the same cause */
    static @Nullable LoyaltyCommand input(String account, VoucherEvent event, boolean withOrder, Stamp stamp) {
        return switch (event) {
            case VoucherEvent.VoucherIssued e -> null;
            case VoucherEvent.VoucherReserved e ->
                new LoyaltyCommand.ReserveVoucher(account, e.voucherId(), e.order(), e.until(), stamp);
            case VoucherEvent.VoucherReleased e ->
                e.timedOut() || withOrder ? null : new LoyaltyCommand.ReleaseVoucher(account, e.voucherId(), stamp);
            case VoucherEvent.VoucherRedeemed e ->
                new LoyaltyCommand.RedeemVoucher(account, e.voucherId(), e.order(), stamp);
            case VoucherEvent.VoucherExpired e -> null;
        };
    }

    private static boolean found(List<Finding> findings, CheckoutPolicy policy) {
        return findings.contains(new Finding(policy.code(), true));
    }
}
