package io.guanxi.loyalty.account.view.accountsdue;

import com.mongodb.client.model.Filters;
import io.guanxi.eventing.view.Sort;
import io.guanxi.eventing.view.StoredInstant;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.web.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On which accounts of all tenants is something due? */
@Component
public class AccountsDue {

    private static final Sort EARLIEST_FIRST = Sort.ascending(AccountsDueView.DUE);

    private final ViewStore<AccountDue> accounts;

    AccountsDue(Views views, AccountsDueView view) {
        this.accounts = views.store(view);
    }

    /** Those on which something was due before {@code now}, as far as this view has read. */
    public Page<AccountDue> before(Instant now, @Nullable String cursor, int limit) {
        return accounts.page(Filters.lt(AccountsDueView.DUE, StoredInstant.of(now)), EARLIEST_FIRST, cursor, limit);
    }
}
