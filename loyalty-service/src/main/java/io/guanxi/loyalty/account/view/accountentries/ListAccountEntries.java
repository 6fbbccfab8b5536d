package io.guanxi.loyalty.account.view.accountentries;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What are a customer's points made of, the newest first? */
@Component
public class ListAccountEntries {

    private static final Sort NEWEST_FIRST = Sort.descending("sequence");
    private static final Sort BY_ACCOUNT = Sort.ascending("account", "sequence");

    private final ViewStore<AccountEntry> entries;

    ListAccountEntries(Views views, AccountEntriesView view) {
        this.entries = views.store(view);
    }

    public Page<AccountEntry> of(CustomerKey customer, @Nullable String cursor, int limit) {
        return entries.page(eq("account", customer.toString()), NEWEST_FIRST, cursor, limit);
    }

    /** The tenants on whose accounts anything ever happened, in the order of their keys. */
    public List<String> tenants() {
        var tenants = new ArrayList<String>();
        Page<AccountEntry> first = entries.page(gte("account", ""), BY_ACCOUNT, null, 1);
        while (!first.items().isEmpty()) {
            String tenant =
                    CustomerKey.parse(first.items().getFirst().account()).tenant();
            tenants.add(tenant);
            // A key is the tenant, a slash and the customer; a zero is what comes after a slash.
            first = entries.page(gte("account", tenant + "0"), BY_ACCOUNT, null, 1);
        }
        return tenants;
    }

    public Optional<AccountEntry> one(CustomerKey customer, String entryId) {
        return entries.find(AccountEntriesView.key(customer.toString(), entryId));
    }
}
