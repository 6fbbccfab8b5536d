package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventing.relay.Publication;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.DueSet;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.VoucherEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What others learn of an account: that it is there, every point that moves, its tier and its vouchers. Lines that move none
 * stay inside, and so does what a basket keeps aside.
 */
@Component
class LoyaltyPublication implements Publication {

    @Override
    public String name() {
        return "loyalty";
    }

    @Override
    public List<OutgoingEvent> translate(RecordedEvent event) {
        if (!(event.payload() instanceof LoyaltyEvent happening)) {
            return List.of();
        }
        Telling telling = telling(happening, CustomerKey.parse(event.stream()).customerId());
        return telling == null
                ? List.of()
                : List.of(new OutgoingEvent(Topics.CRM_LOYALTY, event.stream(), telling.type(), telling.body()));
    }

    /** One event as others get it. */
    record Telling(String type, Published body) {}

    /** Null for what is nobody else's business. */
    static @Nullable Telling telling(LoyaltyEvent event, String customerId) {
        return switch (event) {
            case AccountOpened e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_ACCOUNT_OPENED,
                        new Published.AccountOpened(
                                customerId,
                                e.order() == null ? null : e.order().orderId(),
                                e.order() == null ? null : e.order().shop()));
            case DueSet e -> null;
            case Fact e -> null;
            case OrderEntry e -> new TellingOfOrders(customerId).of(e);
            case TimeEntry e -> new TellingOfTime(customerId).of(e);
            case CheckoutEntry e -> new TellingOfCheckouts(customerId).of(e);
            case GiftEntry e -> new TellingOfGifts(customerId).of(e);
            case TierEvent e -> TellingOfTiers.of(customerId, e);
            case VoucherEvent e -> new TellingOfVouchers(customerId).of(e);
        };
    }
}
