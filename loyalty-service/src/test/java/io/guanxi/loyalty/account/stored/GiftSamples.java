package io.guanxi.loyalty.account.stored;

import static io.guanxi.loyalty.account.stored.Samples.AT;
import static io.guanxi.loyalty.account.stored.Samples.BARE_LOT;
import static io.guanxi.loyalty.account.stored.Samples.LOT;
import static io.guanxi.loyalty.account.stored.Samples.ORDER;
import static io.guanxi.loyalty.account.stored.Samples.found;
import static io.guanxi.loyalty.account.stored.Samples.moves;

import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.test.EventJson;
import java.util.List;

/** What people give. */
final class GiftSamples {

    private GiftSamples() {}

    static EventJson<LoyaltyEvent> gifts(EventJson<LoyaltyEvent> events) {
        return events.sample(
                        new GiftEntry.PointsSent(
                                "entry-1",
                                "transfer-1",
                                "acme/c-2",
                                true,
                                "points",
                                99,
                                List.of(new GiftEntry.Parcel(LOT, 99)),
                                moves(Bucket.AVAILABLE, Bucket.OUTSIDE, 99),
                                2,
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new GiftEntry.PointsSent(
                                "entry-1",
                                "transfer-1",
                                "acme/c-2",
                                true,
                                "points",
                                99,
                                List.of(),
                                List.of(),
                                2,
                                List.of(),
                                70,
                                "event-1",
                                AT))
                .sample(
                        new GiftEntry.PointsReceived(
                                "entry-1",
                                "transfer-1",
                                "acme/c-2",
                                true,
                                "points",
                                99,
                                List.of(new GiftEntry.Parcel(LOT, 99)),
                                List.of(LOT),
                                moves(Bucket.OUTSIDE, Bucket.AVAILABLE, 99),
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new GiftEntry.PointsReceived(
                                "entry-1",
                                "transfer-1",
                                "acme/c-2",
                                true,
                                "points",
                                99,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                70,
                                "event-1",
                                AT))
                .sample(
                        new GiftEntry.TransferDeclined(
                                "entry-1",
                                "transfer-1",
                                "acme/c-2",
                                "points",
                                99,
                                List.of(new GiftEntry.Parcel(LOT, 99)),
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new GiftEntry.TransferDeclined(
                                "entry-1",
                                "transfer-1",
                                "acme/c-2",
                                "points",
                                99,
                                List.of(),
                                List.of(),
                                70,
                                "event-1",
                                AT))
                .sample(
                        new GiftEntry.TransferTakenBack(
                                "entry-1",
                                "transfer-1",
                                "acme/c-2",
                                "points",
                                99,
                                moves(Bucket.OUTSIDE, Bucket.AVAILABLE, 99),
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new GiftEntry.TransferTakenBack(
                                "entry-1",
                                "transfer-1",
                                "acme/c-2",
                                "points",
                                99,
                                List.of(),
                                List.of(),
                                70,
                                "event-1",
                                AT))
                .sample(
                        new GiftEntry.PointsAdjusted(
                                "entry-1",
                                "adjustment-1",
                                "points",
                                -99,
                                "double-credit",
                                "ann",
                                LOT,
                                moves(Bucket.AVAILABLE, Bucket.OUTSIDE, 99),
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new GiftEntry.PointsAdjusted(
                                "entry-1",
                                "adjustment-1",
                                "points",
                                -99,
                                "double-credit",
                                "ann",
                                null,
                                List.of(),
                                List.of(),
                                70,
                                "event-1",
                                AT))
                .sample(
                        new GiftEntry.GoodwillGranted(
                                "entry-1",
                                "ticket-1",
                                "points",
                                99,
                                "late-delivery",
                                "ann",
                                2,
                                LOT,
                                moves(Bucket.OUTSIDE, Bucket.AVAILABLE, 99),
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new GiftEntry.GoodwillGranted(
                                "entry-1",
                                "ticket-1",
                                "points",
                                99,
                                "late-delivery",
                                "ann",
                                2,
                                BARE_LOT,
                                List.of(),
                                List.of(),
                                70,
                                "event-1",
                                AT))
                .sample(
                        new GiftEntry.BonusGranted(
                                "entry-1",
                                GiftEntry.Side.REFERRER,
                                "acme/c-2",
                                ORDER,
                                "points",
                                99,
                                2,
                                LOT,
                                moves(Bucket.OUTSIDE, Bucket.AVAILABLE, 99),
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new GiftEntry.BonusGranted(
                                "entry-1",
                                GiftEntry.Side.REFERRER,
                                "acme/c-2",
                                ORDER,
                                "points",
                                99,
                                2,
                                BARE_LOT,
                                List.of(),
                                List.of(),
                                70,
                                "event-1",
                                AT));
    }
}
