package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.domain.TransferPolicy;
import io.guanxi.loyalty.account.domain.lots.Lot;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people and other accounts gave, or took. */
final class RecordedGifts {

    private static final Finding POOLED =
            new Finding(TransferPolicy.A_MEMBERS_NEW_POINTS_GO_TO_THE_FAMILY.code(), true);

    private RecordedGifts() {}

    /** Null if it followed from something else. */
    static @Nullable LoyaltyCommand input(String account, GiftEntry entry, Stamp stamp) {
        return switch (entry) {
            case GiftEntry.PointsSent e ->
                e.findings().contains(POOLED)
                        ? null
                        : new LoyaltyCommand.SendPoints(account, e.transferId(), e.to(), e.purse(), e.points(), stamp);
            case GiftEntry.PointsReceived e ->
                new LoyaltyCommand.ReceivePoints(
                        account, e.transferId(), e.from(), e.toFamily(), e.purse(), e.parcels(), stamp);
            // Whether it came to the account of a family does not matter any more once it was declined.
            case GiftEntry.TransferDeclined e ->
                new LoyaltyCommand.ReceivePoints(
                        account, e.transferId(), e.from(), false, e.purse(), e.parcels(), stamp);
            case GiftEntry.TransferTakenBack e ->
                new LoyaltyCommand.TakeBackTransfer(account, e.transferId(), e.to(), e.purse(), parcels(e), stamp);
            case GiftEntry.PointsAdjusted e ->
                new LoyaltyCommand.AdjustPoints(
                        account, e.adjustmentId(), e.purse(), e.points(), e.reason(), e.person(), stamp);
            case GiftEntry.GoodwillGranted e ->
                new LoyaltyCommand.GrantGoodwill(account, e.complaint(), e.points(), e.reason(), e.person(), stamp);
            case GiftEntry.BonusGranted e ->
                e.side() == GiftEntry.Side.FRIEND
                        ? null
                        : new LoyaltyCommand.RewardReferrer(account, e.other(), e.order(), e.ruleVersion(), stamp);
        };
    }

    /** They go back to lots that are here: their names say all. */
    private static List<GiftEntry.Parcel> parcels(GiftEntry.TransferTakenBack e) {
        return e.moves().stream()
                .map(move -> new GiftEntry.Parcel(
                        new Lot(move.lot(), e.purse(), Instant.EPOCH, null, null, null, null), move.points()))
                .toList();
    }
}
