package io.guanxi.customer.file.view.customerdetails;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The details of customers, by their keys. */
@Component
public class CustomerDirectory {

    private final ViewStore<CustomerDetails> details;

    CustomerDirectory(Views views, CustomerDetailsView view) {
        this.details = views.store(view);
    }

    public Optional<CustomerDetails> find(CustomerKey customer) {
        return details.find(customer.toString());
    }

    /** Those that are there. */
    public Map<CustomerKey, CustomerDetails> findAll(Collection<CustomerKey> customers) {
        return details.findAll(customers.stream().map(CustomerKey::toString).toList()).entrySet().stream()
                .collect(Collectors.toMap(entry -> CustomerKey.parse(entry.getKey()), Map.Entry::getValue));
    }
}
