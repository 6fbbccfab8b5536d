package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.EventTypes;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.CheckoutEntry.HoldReleased;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsHeld;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsReturned;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsSpent;
import io.guanxi.loyalty.account.messaging.LoyaltyPublication.Telling;
import io.guanxi.loyalty.account.messaging.Published.Line;
import io.guanxi.loyalty.account.messaging.Published.Order;
import org.jspecify.annotations.Nullable;

/** What others learn of points that pay. */
record TellingOfCheckouts(String customerId) {

    @Nullable
    Telling of(CheckoutEntry entry) {
        Line line = Line.of(customerId, entry, entry.points(), null);
        return switch (entry) {
            case PointsHeld e -> null;
            case PointsSpent e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_POINTS_SPENT,
                        new Published.PointsSpent(
                                line,
                                Order.of(e.order()),
                                e.reward() == null ? "checkout" : "reward",
                                e.holdId(),
                                e.reward()));
            case HoldReleased e -> null;
            case PointsReturned e -> returned(e, line);
        };
    }

    private Telling returned(PointsReturned e, Line line) {
        return new Telling(
                EventTypes.CRM_LOYALTY_POINTS_RETURNED,
                new Published.PointsReturned(
                        line,
                        Order.of(e.order()),
                        e.spentBy(),
                        e.returnId() == null ? "order-cancelled" : "order-returned",
                        e.returnId(),
                        e.reward()));
    }
}
