package io.guanxi.loyalty.account.view.accountentries;

import static com.mongodb.client.model.Filters.eq;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.web.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What are a customer's points made of, the newest first? */
@Component
public class ListAccountEntries {

    private static final Sort NEWEST_FIRST = Sort.descending("sequence");

    private final ViewStore<AccountEntry> entries;

    ListAccountEntries(Views views, AccountEntriesView view) {
        this.entries = views.store(view);
    }

    public Page<AccountEntry> of(CustomerKey customer, @Nullable String cursor, int limit) {
        return entries.page(eq("account", customer.toString()), NEWEST_FIRST, cursor, limit);
    }

    public Optional<AccountEntry> one(CustomerKey customer, String entryId) {
        return entries.find(AccountEntriesView.key(customer.toString(), entryId));
    }
}
