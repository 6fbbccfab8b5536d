package io.guanxi.loyalty.account.view.accountdetails;

import com.mongodb.client.model.Filters;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.web.Page;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many points does this customer have? */
@Component
public class FindAccountDetails {

    private final ViewStore<AccountDetails> accounts;

    FindAccountDetails(Views views, AccountDetailsView view) {
        this.accounts = views.store(view);
    }

    /** Empty for a customer of whom no order is known. */
    public Optional<AccountDetails> of(CustomerKey customer) {
        return accounts.find(customer.toString());
    }

    /**
     * All accounts of a tenant, in the order of their keys.
     *
     * @param cursor what the page before gave; null for the first page
     */
    public Page<AccountDetails> ofTenant(String tenant, @Nullable String cursor, int limit) {
        return accounts.page(keysOf(tenant), Sort.ascending(), cursor, limit);
    }

    public long countOfTenant(String tenant) {
        return accounts.count(keysOf(tenant));
    }

    /** A key is the tenant, a slash and the customer; a zero is what comes after a slash. */
    private static Bson keysOf(String tenant) {
        return Filters.and(Filters.gte("_id", tenant + "/"), Filters.lt("_id", tenant + "0"));
    }
}
