package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Points kept aside, and what became of them.
 *
 * @param order the basket; absent if they are for a reward
 * @param reward the reward's code; absent if they are for an order
 * @param drawn which points they are
 * @param until the first moment at which they are free again
 * @param ruleVersion the version on whose terms they are kept aside
 * @param returned how many of the spent points were given back
 */
public record Hold(
        String holdId,
        String purse,
        long points,
        @Nullable OrderRef order,
        @Nullable String reward,
        List<Move> drawn,
        Instant until,
        int ruleVersion,
        Status status,
        long returned) {

    public Hold {
        drawn = List.copyOf(drawn);
    }

    public enum Status {
        OPEN,
        SPENT,
        RELEASED,
        TIMED_OUT
    }

    /** How many of the spent points have not come back. */
    public long left() {
        return points - returned;
    }

    /** What they were exchanged for, if it is a voucher. */
    public Optional<Voucher> voucherIn(LoyaltyAccount account) {
        return reward == null
                ? Optional.empty()
                : Optional.ofNullable(account.vouchers().get(SpendingHeld.voucherOf(account, this)));
    }

    Hold now(Status next) {
        return new Hold(holdId, purse, points, order, reward, drawn, until, ruleVersion, next, returned);
    }

    Hold givenBack(long more) {
        return new Hold(holdId, purse, points, order, reward, drawn, until, ruleVersion, status, returned + more);
    }
}
