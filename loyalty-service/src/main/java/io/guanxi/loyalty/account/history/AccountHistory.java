package io.guanxi.loyalty.account.history;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** The events of an account as they were recorded, straight from the log; no view and no snapshot takes part. */
@Component
public class AccountHistory {

    private final EventStore log;

    AccountHistory(EventStore log) {
        this.log = log;
    }

    /** All events in their order; the place in the list is the event's sequence. */
    public List<LoyaltyEvent> of(CustomerKey customer) {
        return log.readEvents(customer.toString(), 0)
                .asStream()
                .map(event -> (LoyaltyEvent) event.getPayload())
                .toList();
    }

    public Optional<LoyaltyEvent> eventAt(CustomerKey customer, long sequence) {
        return log.readEvents(customer.toString(), sequence)
                .asStream()
                .findFirst()
                .map(event -> (LoyaltyEvent) event.getPayload());
    }
}
