package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventing.relay.Publication;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.Earning;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.CancellationNoted;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.NothingEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.RefundCarriedForward;
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
                                customerId, e.order().orderId(), e.order().shop()));
            case PointsEarned e ->
                published(event, EventTypes.CRM_LOYALTY_POINTS_EARNED, Published.PointsEarned.of(customerId, e));
            case PointsReversedByReturn e ->
                reversed(event, customerId, e, e.share().earning(), "returned", e.returnId(), e.points());
            case PointsReversedByCancellation e ->
                reversed(event, customerId, e, e.earning(), "cancelled", null, e.points());
            case NothingEarned e -> List.of();
            case RefundCarriedForward e -> List.of();
            case CancellationNoted e -> List.of();
        };
    }

    private static List<OutgoingEvent> reversed(
            RecordedEvent event,
            String customerId,
            LedgerEntry entry,
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
