package io.guanxi.loyalty.correction.job;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.CorrectEarning;
import io.guanxi.loyalty.account.history.AccountHistory;
import io.guanxi.loyalty.account.view.accountdetails.FindAccountDetails;
import io.guanxi.loyalty.correction.domain.RecordedChange;
import io.guanxi.loyalty.programme.command.Programmes;
import io.guanxi.loyalty.programme.domain.Correction;
import io.guanxi.loyalty.programme.domain.ProgrammeCommand.FinishCorrection;
import io.guanxi.loyalty.programme.domain.ProgrammeRejection.CorrectionIsNotApproved;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the posting to work. */
@Configuration(proxyBeanMethods = false)
class CorrectionConfiguration {

    @Bean
    PostingDifferences postingDifferences(
            FindAccountDetails accounts,
            AccountHistory history,
            RuleBooks rules,
            LoyaltyAccounts commands,
            Programmes programmes,
            Clock clock) {
        return new PostingDifferences(
                new StoredTenant(accounts, history, rules, commands, programmes),
                clock,
                time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()));
    }

    private record StoredTenant(
            FindAccountDetails accounts,
            AccountHistory history,
            RuleBooks books,
            LoyaltyAccounts commands,
            Programmes programmes)
            implements PostingDifferences.Tenant {

        @Override
        public Page<String> accounts(String tenant, @Nullable String cursor, int limit) {
            var page = accounts.ofTenant(tenant, cursor, limit);
            return new Page<>(
                    page.items().stream()
                            .map(details -> tenant + "/" + details.customerId())
                            .toList(),
                    page.next());
        }

        @Override
        public List<RecordedChange> log(String account) {
            return history.recorded(CustomerKey.parse(account)).stream()
                    .map(line -> new RecordedChange(line.event(), line.happened()))
                    .toList();
        }

        @Override
        public RuleBook rules(String tenant) {
            return books.of(tenant);
        }

        @Override
        public void correct(CorrectEarning command, Origin origin) {
            commands.send(command, origin);
        }

        @Override
        public void finish(FinishCorrection command, Origin origin) {
            try {
                programmes.send(command, origin);
            } catch (CommandRefused refused) {
                boolean before = refused.reason() instanceof CorrectionIsNotApproved found
                        && found.status() == Correction.Status.FINISHED;
                if (!before) {
                    throw refused;
                }
            }
        }
    }
}
