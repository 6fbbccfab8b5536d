package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.GiftEntry.BonusGranted;
import io.guanxi.loyalty.account.domain.GiftEntry.GoodwillGranted;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsAdjusted;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsReceived;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferDeclined;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferTakenBack;
import io.guanxi.loyalty.account.messaging.LoyaltyPublication.Telling;
import io.guanxi.loyalty.account.messaging.Published.Counterparty;
import io.guanxi.loyalty.account.messaging.Published.Line;
import io.guanxi.loyalty.account.messaging.Published.Order;
import org.jspecify.annotations.Nullable;

/** What others learn of points that no order made. */
record TellingOfGifts(String customerId) {

    @Nullable
    Telling of(GiftEntry entry) {
        return switch (entry) {
            case PointsSent e -> sent(e);
            case PointsReceived e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_POINTS_TRANSFERRED_IN,
                        new Published.PointsTransferred(
                                line(e, e.points(), null), e.transferId(), customer(e.from()), reason(e.toFamily())));
            case TransferDeclined e -> null;
            case TransferTakenBack e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_POINTS_TRANSFERRED_IN,
                        new Published.PointsTransferred(
                                line(e, e.points(), null), e.transferId(), customer(e.to()), "refused"));
            case PointsAdjusted e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_POINTS_ADJUSTED,
                        new Published.PointsAdjusted(
                                line(e, Math.abs(e.points()), null), e.points() > 0 ? "up" : "down", e.reason()));
            case GoodwillGranted e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_GOODWILL_GRANTED,
                        new Published.GoodwillGranted(line(e, e.points(), e.ruleVersion()), e.complaint()));
            case BonusGranted e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_BONUS_GRANTED,
                        new Published.BonusGranted(
                                line(e, e.points(), e.ruleVersion()),
                                Order.of(e.order()),
                                switch (e.side()) {
                                    case REFERRER -> "referral-referrer";
                                    case FRIEND -> "referral-friend";
                                },
                                customer(e.other())));
        };
    }

    private Telling sent(PointsSent e) {
        Counterparty other =
                e.toFamily() ? new Counterparty(null, CustomerKey.parse(e.to()).customerId()) : customer(e.to());
        return new Telling(
                EventTypes.CRM_LOYALTY_POINTS_TRANSFERRED_OUT,
                new Published.PointsTransferred(
                        line(e, e.points(), e.ruleVersion()), e.transferId(), other, reason(e.toFamily())));
    }

    private static String reason(boolean toFamily) {
        return toFamily ? "pooling" : "gift";
    }

    private Line line(GiftEntry entry, long points, @Nullable Integer ruleVersion) {
        return Line.of(customerId, entry, points, ruleVersion);
    }

    private static Counterparty customer(String account) {
        return new Counterparty(CustomerKey.parse(account).customerId(), null);
    }
}
