package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventing.relay.Publication;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.Earning;
import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.DueSet;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderEntry.CancellationNoted;
import io.guanxi.loyalty.account.domain.OrderEntry.EarningCorrected;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.OrderEntry.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.VoucherEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others learn of an account: that it is there, and every point that moves. Lines that move none stay inside. */
@Component
class LoyaltyPublication implements Publication {

    @Override
    public String name() {
        return "loyalty";
    }

    @Override
    public List<OutgoingEvent> translate(RecordedEvent event) {
        if (!(event.payload() instanceof LoyaltyEvent)) {
            return List.of();
        }
        String customerId = CustomerKey.parse(event.stream()).customerId();
        return switch ((LoyaltyEvent) event.payload()) {
            case AccountOpened e ->
                published(
                        event,
                        EventTypes.CRM_LOYALTY_ACCOUNT_OPENED,
                        new Published.AccountOpened(
                                customerId,
                                e.order() == null ? null : e.order().orderId(),
                                e.order() == null ? null : e.order().shop()));
            case DueSet e -> List.of();
            case Fact e -> List.of();
            case OrderEntry e -> translate(event, customerId, e);
            case TimeEntry e -> List.of();
            case CheckoutEntry e -> List.of();
            case GiftEntry e -> List.of();
            case TierEvent e -> List.of();
            case VoucherEvent e -> List.of();
        };
    }

    private static List<OutgoingEvent> translate(RecordedEvent event, String customerId, OrderEntry entry) {
        return switch (entry) {
            case PointsEarned e ->
                published(event, EventTypes.CRM_LOYALTY_POINTS_EARNED, Published.PointsEarned.of(customerId, e));
            case PointsReversedByReturn e ->
                reversed(event, customerId, e, e.share().earning(), "returned", e.returnId(), e.points());
            case PointsReversedByCancellation e ->
                reversed(event, customerId, e, e.earning(), "cancelled", null, e.points());
            case NothingEarned e -> List.of();
            case RefundCarriedForward e -> List.of();
            case CancellationNoted e -> List.of();
            case EarningCorrected e -> List.of();
        };
    }

    private static List<OutgoingEvent> reversed(
            RecordedEvent event,
            String customerId,
            OrderEntry entry,
            Earning earning,
            String cause,
            @Nullable String returnId,
            long points) {
        return published(
                event,
                EventTypes.CRM_LOYALTY_POINTS_REVERSED,
                new Published.PointsReversed(
                        customerId,
                        entry.entryId(),
                        entry.order().orderId(),
                        entry.order().shop(),
                        cause,
                        returnId,
                        points,
                        entry.balance(),
                        earning.entryId()));
    }

    private static List<OutgoingEvent> published(RecordedEvent event, String type, Object body) {
        return List.of(new OutgoingEvent(Topics.CRM_LOYALTY, event.stream(), type, body));
    }
}
