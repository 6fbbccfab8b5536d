package io.guanxi.customer.file.view.customerdetails;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.domain.Cause;
import io.guanxi.customer.file.domain.ContactChange;
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
import io.guanxi.customer.file.domain.OrderSummary;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.customer.file.view.customerdetails.CustomerDetails.ShopId;
import io.guanxi.eventing.view.KeylessView;
import io.guanxi.eventing.view.ViewIndex;
import io.guanxi.eventlog.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds a customer's events into their details. */
@Component
class CustomerDetailsView implements KeylessView<CustomerDetails> {

    static final String STAGE = "stage";
    static final String LAST_ORDER = "orders.last";

    @Override
    public String name() {
        return "customer-details";
    }

    @Override
    public Class<CustomerDetails> document() {
        return CustomerDetails.class;
    }

    @Override
    public List<ViewIndex> indexes() {
        return List.of(ViewIndex.on(STAGE, LAST_ORDER));
    }

    @Override
    public @Nullable CustomerDetails evolve(@Nullable CustomerDetails current, RecordedEvent event) {
        if (!(event.payload() instanceof CustomerEvent happened)) {
            return current;
        }
        var draft = current == null ? new Draft(CustomerKey.parse(event.stream())) : new Draft(current);
        draft.apply(happened);
        return draft.details(event.sequence() + 1);
    }

    /** Details in the making: an event changes few of their many fields. */
    private static final class Draft {

        private final String tenant;
        private final String customerId;
        private final List<ShopId> shopIds;
        private final Map<ContactField, SealedValue> contact;
        private boolean registered;
        private Instant knownSince = Instant.MAX;
        private Stage stage = Stage.POTENTIAL;
        private @Nullable Instant stageSince;
        private @Nullable Cause cause;
        private OrderSummary orders = OrderSummary.none();

        Draft(CustomerKey customer) {
            tenant = customer.tenant();
            customerId = customer.customerId();
            shopIds = new ArrayList<>();
            contact = new HashMap<>();
        }

        Draft(CustomerDetails details) {
            tenant = details.tenant();
            customerId = details.customerId();
            shopIds = new ArrayList<>(details.shopIds());
            contact = new HashMap<>(details.contact());
            registered = details.registered();
            knownSince = details.knownSince();
            stage = details.stage();
            stageSince = details.stageSince();
            cause = details.cause();
            orders = details.orders();
        }

        void apply(CustomerEvent event) {
            switch (event) {
                case CustomerRecognised e -> known(e.shop(), e.externalId(), e.happenedAt());
                case CustomerRegistered e -> {
                    known(e.shop(), e.externalId(), e.happenedAt());
                    registered = true;
                }
                case ContactChanged e -> e.changes().forEach(this::changed);
                case ContactConfirmed e -> {}
                case OrderNoted e -> {
                    knownFrom(e.orderedAt());
                    orders = orders.with(e.orderedAt());
                }
                case OrderTimeCorrected e -> {
                    knownFrom(e.orderedAt());
                    orders = e.orders();
                }
                case OrderCancelledNoted e -> orders = e.orders();
                case StageChanged e -> {
                    stage = e.to();
                    stageSince = e.since();
                    cause = e.cause();
                }
                case StageDateCorrected e -> stageSince = e.since();
            }
        }

        CustomerDetails details(long version) {
            return new CustomerDetails(
                    tenant,
                    customerId,
                    shopIds,
                    registered,
                    knownSince,
                    stage,
                    stageSince == null ? knownSince : stageSince,
                    cause,
                    orders,
                    contact,
                    version);
        }

        private void known(String shop, String externalId, Instant since) {
            var shopId = new ShopId(shop, externalId);
            if (!shopIds.contains(shopId)) {
                shopIds.add(shopId);
            }
            knownFrom(since);
        }

        private void knownFrom(Instant since) {
            knownSince = since.isBefore(knownSince) ? since : knownSince;
        }

        private void changed(ContactField field, ContactChange change) {
            if (change.to() == null) {
                contact.remove(field);
            } else {
                contact.put(field, change.to());
            }
        }
    }
}
