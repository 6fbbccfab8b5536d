package io.guanxi.customer.file.view.customerprofile;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Topics;
import io.guanxi.customer.file.contact.KeyRing;
import io.guanxi.customer.file.contact.Profile;
import io.guanxi.customer.file.domain.ContactField;
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
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.StateTopic;
import io.guanxi.eventlog.RecordedEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps and publishes the present profile. An order that changes no stage does not touch it, nor does a value that was said again. */
@Component
class CustomerProfileView implements KeylessView<CustomerProfile> {

    private final KeyRing keys;

    CustomerProfileView(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "customer-profile";
    }

    @Override
    public Class<CustomerProfile> document() {
        return CustomerProfile.class;
    }

    @Override
    public List<String> keys(RecordedEvent event) {
        return switch (event.payload()) {
            case ContactConfirmed e -> List.of();
            case OrderNoted e -> List.of();
            case OrderTimeCorrected e -> List.of();
            case OrderCancelledNoted e -> List.of();
            case CustomerEvent e -> List.of(event.stream());
            default -> List.of();
        };
    }

    @Override
    public StateTopic<CustomerProfile> stateTopic() {
        return StateTopic.of(Topics.CUSTOMER_PROFILE_STATE, this::published);
    }

    /** A tombstone for somebody whose key is destroyed. */
    private @Nullable PublishedProfile published(CustomerProfile profile) {
        var customer = new CustomerKey(profile.tenant(), profile.customerId());
        var opened = keys.find(customer).map(seal -> seal.open(profile.contact()));
        if (opened.isEmpty() && keys.isDestroyed(customer)) {
            return null;
        }
        return PublishedProfile.of(profile, opened.orElseGet(Profile::empty));
    }

    @Override
    public @Nullable CustomerProfile evolve(@Nullable CustomerProfile current, RecordedEvent event) {
        if (!(event.payload() instanceof CustomerEvent happened)) {
            return current;
        }
        var known = current == null ? unknown(event) : current;
        var at = event.happened().isAfter(known.updatedAt()) ? event.happened() : known.updatedAt();
        return switch (happened) {
            case CustomerRecognised e ->
                identified(known, e.shop(), e.externalId(), known.registered(), e.happenedAt(), at);
            case CustomerRegistered e -> identified(known, e.shop(), e.externalId(), true, e.happenedAt(), at);
            case ContactChanged e -> withContact(known, e, at);
            case StageChanged e -> at(known, e.to(), e.since(), at);
            case StageDateCorrected e -> at(known, e.stage(), e.since(), at);
            case ContactConfirmed e -> current;
            case OrderNoted e -> current;
            case OrderTimeCorrected e -> current;
            case OrderCancelledNoted e -> current;
        };
    }

    private static CustomerProfile unknown(RecordedEvent event) {
        var customer = CustomerKey.parse(event.stream());
        return new CustomerProfile(
                customer.tenant(),
                customer.customerId(),
                null,
                null,
                false,
                Stage.POTENTIAL,
                null,
                Map.of(),
                event.happened());
    }

    private static CustomerProfile identified(
            CustomerProfile known, String shop, String externalId, boolean registered, Instant since, Instant at) {
        return new CustomerProfile(
                known.tenant(),
                known.customerId(),
                shop,
                externalId,
                registered,
                known.stage(),
                known.stageSince() == null ? since : known.stageSince(),
                known.contact(),
                at);
    }

    private static CustomerProfile withContact(CustomerProfile known, ContactChanged event, Instant at) {
        var contact = new HashMap<ContactField, SealedValue>(known.contact());
        event.changes().forEach((field, change) -> {
            if (change.to() == null) {
                contact.remove(field);
            } else {
                contact.put(field, change.to());
            }
        });
        return new CustomerProfile(
                known.tenant(),
                known.customerId(),
                known.shop(),
                known.externalId(),
                known.registered(),
                known.stage(),
                known.stageSince(),
                contact,
                at);
    }

    private static CustomerProfile at(CustomerProfile known, Stage stage, Instant since, Instant at) {
        return new CustomerProfile(
                known.tenant(),
                known.customerId(),
                known.shop(),
                known.externalId(),
                known.registered(),
                stage,
                since,
                known.contact(),
                at);
    }
}
