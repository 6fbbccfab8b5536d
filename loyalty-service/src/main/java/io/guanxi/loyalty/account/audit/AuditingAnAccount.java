package io.guanxi.loyalty.account.audit;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.history.AccountHistory;
import io.guanxi.loyalty.account.view.accountdetails.FindAccountDetails;
import io.guanxi.loyalty.account.view.accountentries.AccountEntry;
import io.guanxi.loyalty.account.view.accountentries.ListAccountEntries;
import io.guanxi.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Does what is shown of an account follow from what was recorded? */
@Component
public class AuditingAnAccount {

    private static final int ENTRIES_AT_A_TIME = 500;

    private final AccountHistory history;
    private final FindAccountDetails details;
    private final ListAccountEntries entries;

    AuditingAnAccount(AccountHistory history, FindAccountDetails details, ListAccountEntries entries) {
        this.history = history;
        this.details = details;
        this.entries = entries;
    }

    /** Empty for a customer of whom no view knows an account. */
    public Optional<AuditReport> of(CustomerKey customer) {
        // The views first: what they show was in the log before.
        return details.of(customer).map(shown -> {
            List<AccountEntry> listed = allEntries(customer);
            return new AccountAudit(history.of(customer)).compare(shown, listed);
        });
    }

    private List<AccountEntry> allEntries(CustomerKey customer) {
        var all = new ArrayList<AccountEntry>();
        Page<AccountEntry> page = entries.of(customer, null, ENTRIES_AT_A_TIME);
        all.addAll(page.items());
        while (page.next() != null) {
            page = entries.of(customer, page.next(), ENTRIES_AT_A_TIME);
            all.addAll(page.items());
        }
        return all;
    }
}
