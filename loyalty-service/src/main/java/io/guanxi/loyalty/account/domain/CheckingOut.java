package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.LoyaltyCommand.Checkout;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.HoldForReward;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.HoldPoints;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.RedeemVoucher;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReleaseHeld;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReleaseVoucher;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReserveVoucher;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReturnSpent;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.SpendHeld;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Points and vouchers pay for a basket or a reward. */
final class CheckingOut {

    private CheckingOut() {}

    static @Nullable LoyaltyRejection apply(Unfolding course, Checkout command, Instant at) {
        return switch (command) {
            case HoldPoints c -> HoldingPoints.forBasket(course, c, at);
            case HoldForReward c -> HoldingPoints.forReward(course, c, at);
            case SpendHeld c -> SpendingHeld.spend(course, c, at);
            case ReleaseHeld c -> ReleasingHolds.release(course, c, at);
            case ReturnSpent c -> ReturningSpent.asked(course, c, at);
            case ReserveVoucher c -> UsingVouchers.reserve(course, c, at);
            case RedeemVoucher c -> UsingVouchers.redeem(course, c, at);
            case ReleaseVoucher c -> UsingVouchers.release(course, c, at);
        };
    }
}
