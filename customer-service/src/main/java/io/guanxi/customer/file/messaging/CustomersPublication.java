package io.guanxi.customer.file.messaging;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.customer.file.domain.CustomerEvent;
import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.customer.file.domain.CustomerEvent.ContactConfirmed;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRegistered;
import io.guanxi.customer.file.domain.CustomerEvent.OrderCancelledNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderTimeCorrected;
import io.guanxi.customer.file.domain.CustomerEvent.StageChanged;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import io.guanxi.eventing.relay.OutgoingEvent;
import io.guanxi.eventing.relay.Publication;
import io.guanxi.eventlog.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others learn of customers: who became known, which fields changed, and each stage. No personal data. */
@Component
class CustomersPublication implements Publication {

    /** Somebody became known, by an order or by registering. */
    record CustomerAppeared(String customerId, String shop, String externalId) {}

    /** The names of the fields that changed. */
    record ProfileChanged(String customerId, List<String> fields) {}

    /** The stage changed, and why. */
    record StageEntered(String customerId, String from, String to, Why cause, Instant happened) {}

    /** The rule that applies now, and the order with whose news that was noticed. */
    record Why(String kind, @Nullable String orderId) {}

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public List<OutgoingEvent> translate(RecordedEvent event) {
        if (!(event.payload() instanceof CustomerEvent happened)) {
            return List.of();
        }
        var id = CustomerKey.parse(event.stream()).customerId();
        return switch (happened) {
            case CustomerRecognised e ->
                published(
                        event, EventTypes.CRM_CUSTOMER_RECOGNISED, new CustomerAppeared(id, e.shop(), e.externalId()));
            case CustomerRegistered e ->
                published(
                        event, EventTypes.CRM_CUSTOMER_REGISTERED, new CustomerAppeared(id, e.shop(), e.externalId()));
            case ContactChanged e ->
                published(event, EventTypes.CRM_CUSTOMER_PROFILE_CHANGED, new ProfileChanged(id, fields(e)));
            case StageChanged e ->
                published(
                        event,
                        EventTypes.CRM_CUSTOMER_STAGE_CHANGED,
                        new StageEntered(
                                id,
                                e.from().publicName(),
                                e.to().publicName(),
                                new Why(e.cause().rule(), e.cause().orderId()),
                                e.since()));
            case ContactConfirmed e -> List.of();
            case OrderNoted e -> List.of();
            case OrderTimeCorrected e -> List.of();
            case OrderCancelledNoted e -> List.of();
            case StageDateCorrected e -> List.of();
        };
    }

    private static List<OutgoingEvent> published(RecordedEvent event, String type, Object body) {
        return List.of(new OutgoingEvent(Topics.CRM_CUSTOMERS, event.stream(), type, body));
    }

    private static List<String> fields(ContactChanged event) {
        return event.changes().keySet().stream()
                .map(field -> field.publicName())
                .toList();
    }
}
