package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.List;

/** Points that can be used pay what the account owes, before anything else is done with them. */
final class RepayingDebt {

    private static final String POLICY = "points-that-come-pay-the-debt-first";

    private RepayingDebt() {}

    static void from(Unfolding course, String purse, String cause, Instant at) {
        LoyaltyAccount account = course.account();
        PurseStanding standing = account.purse(purse);
        long points = Math.min(standing.debt(), standing.available());
        if (points == 0) {
            return;
        }
        List<Move> moves = account.lots().draw(purse, Bucket.AVAILABLE, Bucket.OUTSIDE, points, standing.lastUse());
        course.then(new TimeEntry.DebtRepaid(
                EffectKey.of(account, "repay", purse, cause, at.toString(), Long.toString(standing.used()))
                        .entryId(),
                purse,
                points,
                standing.debt() - points,
                moves,
                List.of(new Finding(POLICY, true)),
                standing.available() - points,
                cause,
                at));
    }
}
