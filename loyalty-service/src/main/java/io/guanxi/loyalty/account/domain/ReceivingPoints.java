package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.TransferPolicy.*;

import io.guanxi.loyalty.account.domain.GiftEntry.Parcel;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsReceived;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferDeclined;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReceivePoints;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points arrive from another account, or are declined. Both are recorded and both are for ever: a transfer that was declined
 * goes back, so a later try must not receive it after all.
 */
final class ReceivingPoints {

    private ReceivingPoints() {}

    static @Nullable LoyaltyRejection receive(Unfolding course, ReceivePoints c, Instant at) {
        LoyaltyAccount account = course.account();
        String entryId = EffectKey.of(account, "receive", "transfer", c.from(), c.transferId())
                .entryId();
        if (account.done().containsKey(entryId)) {
            return null;
        }
        long points = c.parcels().stream().mapToLong(Parcel::points).sum();
        PurseStanding purse = account.purse(c.purse());
        boolean unknown = !c.asFamily() && justOpened(course);
        boolean full = !Room.isThereFor(purse, points);
        var findings = new ArrayList<Finding>();
        findings.add(POINTS_ARE_RECEIVED_ON_AN_OPEN_ACCOUNT.found(unknown));
        if (!unknown) {
            findings.add(AN_ACCOUNT_RECEIVES_NO_MORE_THAN_CAN_BE_COUNTED.found(full));
        }
        course.then(
                unknown || full
                        ? declined(entryId, c, points, findings, purse.available(), at)
                        : received(account, entryId, c, points, findings, at));
        RepayingDebt.from(course, c.purse(), c.stamp().cause(), at);
        return null;
    }

    /** A customer of whom nothing was heard before has an account from now on, but only to say that it declined. */
    private static boolean justOpened(Unfolding course) {
        return course.events().stream().anyMatch(LoyaltyEvent.AccountOpened.class::isInstance);
    }

    private static TransferDeclined declined(
            String entryId, ReceivePoints c, long points, List<Finding> findings, long balance, Instant at) {
        return new TransferDeclined(
                entryId,
                c.transferId(),
                c.from(),
                c.purse(),
                points,
                c.parcels(),
                findings,
                balance,
                c.stamp().cause(),
                at);
    }

    private static PointsReceived received(
            LoyaltyAccount account, String entryId, ReceivePoints c, long points, List<Finding> findings, Instant at) {
        var lots = new ArrayList<Lot>();
        var moves = new ArrayList<Move>();
        for (Parcel parcel : c.parcels()) {
            Lot lot = asReceived(account, c, parcel.lot());
            lots.add(lot);
            moves.add(new Move(lot.id(), Bucket.OUTSIDE, Bucket.AVAILABLE, parcel.points()));
        }
        findings.add(POINTS_THAT_ARE_GIVEN_KEEP_THEIR_LAST_DAY.found(true));
        return new PointsReceived(
                entryId,
                c.transferId(),
                c.from(),
                c.asFamily(),
                c.purse(),
                points,
                c.parcels(),
                lots,
                moves,
                findings,
                account.purse(c.purse()).available() + points,
                c.stamp().cause(),
                at);
    }

    /** The same terms under an id of this account's own; there is nothing to wait for any more. */
    private static Lot asReceived(LoyaltyAccount account, ReceivePoints c, Lot sent) {
        return new Lot(
                EffectKey.of(account, "receive", "transfer", c.from(), c.transferId(), sent.id())
                        .entryId(),
                sent.purse(),
                sent.since(),
                null,
                null,
                sent.expires(),
                sent.idleExpiry());
    }
}
