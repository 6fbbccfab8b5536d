package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.account.domain.GiftEntry.Parcel;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferTakenBack;
import io.guanxi.loyalty.account.domain.GivingRejection.TransferIsUnknown;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.TakeBackTransfer;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points that the other account declined are back in the lots that they came from, also in those that were empty since. */
final class TakingBackTransfers {

    private TakingBackTransfers() {}

    static @Nullable LoyaltyRejection takeBack(Unfolding course, TakeBackTransfer c, Instant at) {
        LoyaltyAccount account = course.account();
        String entryId =
                EffectKey.of(account, "take-back", "transfer", c.transferId()).entryId();
        if (account.done().containsKey(entryId)) {
            return null;
        }
        if (!account.done().containsKey(SendingPoints.entryId(account, c.transferId()))) {
            return new TransferIsUnknown(c.transferId());
        }
        List<Move> moves = c.parcels().stream()
                .map(parcel -> new Move(parcel.lot().id(), Bucket.OUTSIDE, Bucket.AVAILABLE, parcel.points()))
                .toList();
        long points = c.parcels().stream().mapToLong(Parcel::points).sum();
        course.then(new TransferTakenBack(
                entryId,
                c.transferId(),
                c.to(),
                c.purse(),
                points,
                moves,
                List.of(TransferPolicy.WHAT_IS_DECLINED_GOES_BACK_AS_IT_WAS.found(true)),
                account.purse(c.purse()).available() + points,
                c.stamp().cause(),
                at));
        RepayingDebt.from(course, c.purse(), c.stamp().cause(), at);
        return null;
    }
}
