package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.GiftPolicy.A_PERSON_PUTS_AN_ACCOUNT_RIGHT;
import static io.guanxi.loyalty.account.domain.GiftPolicy.NOTHING_IS_TAKEN_THAT_IS_NOT_THERE;

import io.guanxi.loyalty.account.domain.GiftEntry.PointsAdjusted;
import io.guanxi.loyalty.account.domain.GivingRejection.BalanceHasNoRoom;
import io.guanxi.loyalty.account.domain.GivingRejection.PurseIsUnknown;
import io.guanxi.loyalty.account.domain.GivingRejection.TakingMoreThanThereIs;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.AdjustPoints;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person adds points or takes some, and says why. What is taken are the points that end first. */
final class AdjustingPoints {

    private AdjustingPoints() {}

    static @Nullable LoyaltyRejection adjust(Unfolding course, AdjustPoints c, Instant at) {
        LoyaltyAccount account = course.account();
        String entryId =
                EffectKey.of(account, "adjust", "person", c.adjustmentId()).entryId();
        if (account.done().containsKey(entryId)) {
            return null;
        }
        ProgrammeRules rules = course.book().inForce(at, c.stamp().known()).rules();
        PurseRules purse = rules.purse(c.purse()).orElse(null);
        if (purse == null) {
            return new PurseIsUnknown(c.purse());
        }
        PurseStanding standing = account.purse(c.purse());
        if (c.points() < -standing.available()) {
            return new TakingMoreThanThereIs(standing.available(), -c.points());
        }
        if (!Room.isThereFor(standing, c.points())) {
            return new BalanceHasNoRoom(c.points());
        }
        Lot lot = c.points() > 0 ? LotTerms.ofGift(entryId, at, purse, rules.zone()) : null;
        course.then(new PointsAdjusted(
                entryId,
                c.adjustmentId(),
                c.purse(),
                c.points(),
                c.reason(),
                c.person(),
                lot,
                moves(account, c, lot),
                List.of(A_PERSON_PUTS_AN_ACCOUNT_RIGHT.found(true), NOTHING_IS_TAKEN_THAT_IS_NOT_THERE.found(false)),
                standing.available() + c.points(),
                c.stamp().cause(),
                at));
        RepayingDebt.from(course, c.purse(), c.stamp().cause(), at);
        return null;
    }

    private static List<Move> moves(LoyaltyAccount account, AdjustPoints c, @Nullable Lot lot) {
        return lot == null
                ? account.lots()
                        .draw(
                                c.purse(),
                                Bucket.AVAILABLE,
                                Bucket.OUTSIDE,
                                -c.points(),
                                account.purse(c.purse()).lastUse())
                : List.of(new Move(lot.id(), Bucket.OUTSIDE, Bucket.AVAILABLE, c.points()));
    }
}
