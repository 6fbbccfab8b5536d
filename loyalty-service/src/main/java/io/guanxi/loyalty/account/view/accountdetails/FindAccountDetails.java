package io.guanxi.loyalty.account.view.accountdetails;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import java.util.Optional;
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
}
