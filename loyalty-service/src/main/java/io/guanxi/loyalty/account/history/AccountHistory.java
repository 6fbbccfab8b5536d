package io.guanxi.loyalty.account.history;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
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
        return messages(customer, 0).map(AccountHistory::event).toList();
    }

    /** The same with the times at which they happened and were recorded. */
    public List<RecordedLine> recorded(CustomerKey customer) {
        return messages(customer, 0).map(AccountHistory::line).toList();
    }

    public Optional<LoyaltyEvent> eventAt(CustomerKey customer, long sequence) {
        return messages(customer, sequence).findFirst().map(AccountHistory::event);
    }

    private Stream<? extends DomainEventMessage<?>> messages(CustomerKey customer, long from) {
        return log.readEvents(customer.toString(), from).asStream();
    }

    private static LoyaltyEvent event(DomainEventMessage<?> message) {
        return (LoyaltyEvent) message.getPayload();
    }

    private static RecordedLine line(DomainEventMessage<?> message) {
        return new RecordedLine(
                message.getSequenceNumber(),
                event(message),
                Provenance.of(message.getMetaData()).happened(),
                message.getTimestamp());
    }
}
