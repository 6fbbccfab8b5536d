package io.guanxi.loyalty.rehearsal.job;

import com.mongodb.client.MongoDatabase;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.history.AccountHistory;
import io.guanxi.loyalty.account.history.RecordedLine;
import io.guanxi.loyalty.account.view.accountdetails.AccountDetails;
import io.guanxi.loyalty.account.view.accountdetails.FindAccountDetails;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RehearsalConfiguration {

    /** About a second of work. */
    private static final int ACCOUNTS_IN_A_STEP = 100;

    @Bean
    RehearsedAccounts rehearsedAccounts(MongoDatabase database) {
        return new RehearsedAccounts(database);
    }

    @Bean
    RehearsingAccounts rehearsingAccounts(
            FindAccountDetails accounts, AccountHistory history, RuleBooks books, RehearsedAccounts found) {
        return new RehearsingAccounts(new Log(accounts, history), books::of, found, ACCOUNTS_IN_A_STEP);
    }

    /** The list of accounts is a view's; what happened to them is read from the log alone. */
    private record Log(FindAccountDetails accounts, AccountHistory history) implements RehearsingAccounts.Source {

        @Override
        public long count(String tenant) {
            return accounts.countOfTenant(tenant);
        }

        @Override
        public Page<String> customers(String tenant, @Nullable String cursor, int limit) {
            Page<AccountDetails> page = accounts.ofTenant(tenant, cursor, limit);
            return new Page<>(
                    page.items().stream().map(AccountDetails::customerId).toList(), page.next());
        }

        @Override
        public List<RecordedLine> recorded(CustomerKey customer) {
            return history.recorded(customer);
        }
    }
}
