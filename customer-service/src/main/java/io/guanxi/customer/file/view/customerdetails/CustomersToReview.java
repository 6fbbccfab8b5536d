package io.guanxi.customer.file.view.customerdetails;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.domain.Stage;
import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.StoredInstant;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For which customers may time alone have changed the stage? Of all tenants, oldest last order first. */
@Component
public class CustomersToReview {

    private final ViewStore<CustomerDetails> details;

    CustomersToReview(Views views, CustomerDetailsView view) {
        this.details = views.store(view);
    }

    /** Customers at a stage whose last order was placed at {@code lastOrderBy} or before. */
    public Page<CustomerKey> at(Stage stage, Instant lastOrderBy, @Nullable String cursor, int limit) {
        var silent = and(
                eq(CustomerDetailsView.STAGE, stage.name()),
                lte(CustomerDetailsView.LAST_ORDER, StoredInstant.of(lastOrderBy)));
        var page = details.page(silent, Sort.ascending(CustomerDetailsView.LAST_ORDER), cursor, limit);
        var customers = page.items().stream()
                .map(found -> new CustomerKey(found.tenant(), found.customerId()))
                .toList();
        return new Page<>(customers, page.next());
    }
}
