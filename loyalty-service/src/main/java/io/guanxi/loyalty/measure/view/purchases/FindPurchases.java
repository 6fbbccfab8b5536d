package io.guanxi.loyalty.measure.view.purchases;

import static com.mongodb.client.model.Filters.eq;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.loyalty.measure.domain.PurchaseHistory;
import io.guanxi.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What did a customer buy lately, and what spoke for it? */
@Component
public class FindPurchases {

    /** So many customers are looked at, at most; all of them if there are fewer. */
    public static final int MOST = 5_000;

    private static final Sort BY_CHANCE = Sort.ascending("draw");
    private static final int AT_A_TIME = 500;

    private final ViewStore<CustomerPurchases> purchases;

    FindPurchases(Views views, PurchasesView view) {
        this.purchases = views.store(view);
    }

    /** Empty for a customer of whom no order is known. */
    public Optional<PurchaseHistory> of(CustomerKey customer) {
        return purchases.find(customer.toString()).map(CustomerPurchases::history);
    }

    /** Customers by chance; always the same ones as long as none is new. */
    public List<PurchaseHistory> sample(String tenant) {
        var found = new ArrayList<PurchaseHistory>();
        @Nullable String cursor = null;
        do {
            Page<CustomerPurchases> page = purchases.page(eq("tenant", tenant), BY_CHANCE, cursor, AT_A_TIME);
            page.items().forEach(customer -> found.add(customer.history()));
            cursor = page.next();
        } while (cursor != null && found.size() < MOST);
        return found;
    }

    /** Of how many customers an order is known, whether it counts or not. */
    public long count(String tenant) {
        return purchases.count(eq("tenant", tenant));
    }
}
