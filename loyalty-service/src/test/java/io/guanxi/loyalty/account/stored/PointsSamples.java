package io.guanxi.loyalty.account.stored;

import static io.guanxi.loyalty.account.stored.Samples.AT;
import static io.guanxi.loyalty.account.stored.Samples.LATER;
import static io.guanxi.loyalty.account.stored.Samples.LOT;
import static io.guanxi.loyalty.account.stored.Samples.ORDER;
import static io.guanxi.loyalty.account.stored.Samples.found;
import static io.guanxi.loyalty.account.stored.Samples.moves;

import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.test.EventJson;
import java.util.List;

/** What time and baskets make of points. */
final class PointsSamples {

    private PointsSamples() {}

    static EventJson<LoyaltyEvent> time(EventJson<LoyaltyEvent> events) {
        return events.sample(
                        new TimeEntry.PointsMatured(
                                "entry-1",
                                "points",
                                99,
                                moves(Bucket.PENDING, Bucket.AVAILABLE, 99),
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new TimeEntry.PointsMatured("entry-1", "points", 99, List.of(), List.of(), 70, "event-1", AT))
                .sample(
                        new TimeEntry.PointsExpired(
                                "entry-1",
                                "points",
                                99,
                                moves(Bucket.AVAILABLE, Bucket.OUTSIDE, 99),
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new TimeEntry.PointsExpired("entry-1", "points", 99, List.of(), List.of(), 70, "event-1", AT))
                .sample(
                        new TimeEntry.DebtRepaid(
                                "entry-1",
                                "points",
                                99,
                                5,
                                moves(Bucket.AVAILABLE, Bucket.OUTSIDE, 99),
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new TimeEntry.DebtRepaid("entry-1", "points", 99, 5, List.of(), List.of(), 70, "event-1", AT));
    }

    static EventJson<LoyaltyEvent> checkout(EventJson<LoyaltyEvent> events) {
        return events.sample(
                        new CheckoutEntry.PointsHeld(
                                "entry-1",
                                "hold-1",
                                "points",
                                99,
                                moves(Bucket.AVAILABLE, Bucket.HELD, 99),
                                ORDER,
                                "ten-off",
                                LATER,
                                2,
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new CheckoutEntry.PointsHeld(
                                "entry-1", "hold-1", "points", 99, List.of(), null, null, LATER, 2, List.of(), 70,
                                "event-1", AT))
                .sample(
                        new CheckoutEntry.PointsSpent(
                                "entry-1",
                                "hold-1",
                                "points",
                                99,
                                moves(Bucket.HELD, Bucket.OUTSIDE, 99),
                                ORDER,
                                "ten-off",
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new CheckoutEntry.PointsSpent(
                                "entry-1", "hold-1", "points", 99, List.of(), null, null, List.of(), 70, "event-1", AT))
                .sample(
                        new CheckoutEntry.HoldReleased(
                                "entry-1",
                                "hold-1",
                                "points",
                                99,
                                moves(Bucket.HELD, Bucket.AVAILABLE, 99),
                                true,
                                "ten-off",
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new CheckoutEntry.HoldReleased(
                                "entry-1", "hold-1", "points", 99, List.of(), true, null, List.of(), 70, "event-1", AT))
                .sample(
                        new CheckoutEntry.PointsReturned(
                                "entry-1",
                                "hold-1",
                                "entry-0",
                                "R-1",
                                "points",
                                99,
                                LOT,
                                moves(Bucket.OUTSIDE, Bucket.AVAILABLE, 99),
                                ORDER,
                                "ten-off",
                                found("a-policy", true),
                                70,
                                "event-1",
                                AT),
                        new CheckoutEntry.PointsReturned(
                                "entry-1", "hold-1", "entry-0", null, "points", 99, null, List.of(), null, null,
                                List.of(), 70, "event-1", AT));
    }
}
