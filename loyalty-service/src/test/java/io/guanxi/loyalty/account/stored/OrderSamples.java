package io.guanxi.loyalty.account.stored;

import static io.guanxi.loyalty.account.stored.Samples.AT;
import static io.guanxi.loyalty.account.stored.Samples.BARE_LOT;
import static io.guanxi.loyalty.account.stored.Samples.EARNING;
import static io.guanxi.loyalty.account.stored.Samples.LOT;
import static io.guanxi.loyalty.account.stored.Samples.NO_RATE;
import static io.guanxi.loyalty.account.stored.Samples.ORDER;
import static io.guanxi.loyalty.account.stored.Samples.PAID;
import static io.guanxi.loyalty.account.stored.Samples.RULE;
import static io.guanxi.loyalty.account.stored.Samples.SHARE;
import static io.guanxi.loyalty.account.stored.Samples.TERMS;
import static io.guanxi.loyalty.account.stored.Samples.found;
import static io.guanxi.loyalty.account.stored.Samples.moves;

import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Lot;
import io.guanxi.test.EventJson;
import java.time.Instant;
import java.util.List;

/** What orders make of points. The first form of an entry means one lot without an end, usable at once. */
final class OrderSamples {

    private static final Lot OLD_LOT = new Lot("entry-1", "points", Instant.EPOCH, null, null, null, null);

    private OrderSamples() {}

    static EventJson<LoyaltyEvent> orders(EventJson<LoyaltyEvent> events) {
        return events.sample(
                        new OrderEntry.PointsEarned(
                                "entry-1",
                                ORDER,
                                PAID,
                                RULE,
                                found("a-policy", true),
                                99,
                                99,
                                "event-1",
                                "status",
                                TERMS,
                                LOT,
                                moves(Bucket.OUTSIDE, Bucket.PENDING, 99),
                                AT),
                        new OrderEntry.PointsEarned(
                                "entry-1",
                                ORDER,
                                PAID,
                                RULE,
                                List.of(),
                                99,
                                99,
                                "event-1",
                                "points",
                                List.of(),
                                BARE_LOT,
                                moves(Bucket.OUTSIDE, Bucket.AVAILABLE, 99),
                                null),
                        new OrderEntry.PointsEarned(
                                "entry-1",
                                ORDER,
                                PAID,
                                RULE,
                                found("an-amount", true),
                                99,
                                99,
                                "event-1",
                                "points",
                                List.of(),
                                OLD_LOT,
                                moves(Bucket.OUTSIDE, Bucket.AVAILABLE, 99),
                                null))
                .sample(
                        new OrderEntry.NothingEarned(
                                "entry-1",
                                ORDER,
                                PAID,
                                RULE,
                                found("a-policy", true),
                                0,
                                "event-1",
                                "status",
                                TERMS,
                                AT),
                        new OrderEntry.NothingEarned(
                                "entry-1", ORDER, PAID, NO_RATE, List.of(), 0, "event-1", "points", List.of(), null),
                        new OrderEntry.NothingEarned(
                                "entry-1",
                                ORDER,
                                PAID,
                                RULE,
                                found("a-cancelled", true),
                                0,
                                "event-1",
                                "points",
                                List.of(),
                                null))
                .sample(
                        new OrderEntry.PointsReversedByReturn(
                                "entry-3",
                                ORDER,
                                "R-1",
                                SHARE,
                                found("a-policy", true),
                                9,
                                70,
                                "event-3",
                                "status",
                                moves(Bucket.PENDING, Bucket.OUTSIDE, 5),
                                3L,
                                1L,
                                AT),
                        new OrderEntry.PointsReversedByReturn(
                                "entry-3", ORDER, "R-1", SHARE, List.of(), 9, 70, "event-3", "points", List.of(), 0L,
                                0L, null),
                        new OrderEntry.PointsReversedByReturn(
                                "entry-3",
                                ORDER,
                                "R-1",
                                SHARE,
                                found("the-share", true),
                                9,
                                70,
                                "event-3",
                                "points",
                                moves(Bucket.AVAILABLE, Bucket.OUTSIDE, 9),
                                0L,
                                0L,
                                null))
                .sample(
                        new OrderEntry.RefundCarriedForward(
                                "entry-3", ORDER, "R-1", SHARE, found("a-policy", true), 79, "event-3", "status", AT),
                        new OrderEntry.RefundCarriedForward(
                                "entry-3", ORDER, "R-1", SHARE, List.of(), 79, "event-3", "points", null),
                        new OrderEntry.RefundCarriedForward(
                                "entry-3", ORDER, "R-1", SHARE, found("less", true), 79, "event-3", "points", null))
                .sample(
                        new OrderEntry.PointsReversedByCancellation(
                                "entry-4",
                                ORDER,
                                EARNING,
                                20,
                                found("a-policy", true),
                                79,
                                0,
                                "event-4",
                                "status",
                                moves(Bucket.PENDING, Bucket.OUTSIDE, 75),
                                3L,
                                1L,
                                AT),
                        new OrderEntry.PointsReversedByCancellation(
                                "entry-4", ORDER, EARNING, 20, List.of(), 79, 0, "event-4", "points", List.of(), 0L, 0L,
                                null),
                        new OrderEntry.PointsReversedByCancellation(
                                "entry-4",
                                ORDER,
                                EARNING,
                                20,
                                found("cancelled", false),
                                79,
                                0,
                                "event-4",
                                "points",
                                moves(Bucket.AVAILABLE, Bucket.OUTSIDE, 79),
                                0L,
                                0L,
                                null))
                .sample(
                        new OrderEntry.CancellationNoted(
                                "entry-5", ORDER, found("a-policy", true), 0, "event-5", "status", AT),
                        new OrderEntry.CancellationNoted("entry-5", ORDER, List.of(), 0, "event-5", "points", null),
                        new OrderEntry.CancellationNoted(
                                "entry-5", ORDER, found("later", true), 0, "event-5", "points", null))
                .sample(
                        new OrderEntry.EarningCorrected(
                                "entry-1",
                                "correction-1",
                                "entry-0",
                                ORDER,
                                RULE,
                                99,
                                120,
                                10,
                                found("a-policy", true),
                                19,
                                118,
                                "event-1",
                                "status",
                                TERMS,
                                LOT,
                                moves(Bucket.OUTSIDE, Bucket.AVAILABLE, 19),
                                3,
                                1,
                                AT),
                        new OrderEntry.EarningCorrected(
                                "entry-1",
                                "correction-1",
                                null,
                                ORDER,
                                NO_RATE,
                                99,
                                120,
                                10,
                                List.of(),
                                19,
                                118,
                                "event-1",
                                "status",
                                List.of(),
                                null,
                                List.of(),
                                0,
                                0,
                                AT));
    }
}
