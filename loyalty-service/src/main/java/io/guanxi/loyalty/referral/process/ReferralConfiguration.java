package io.guanxi.loyalty.referral.process;

import io.guanxi.eventing.follow.Works;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the judging to work. */
@Configuration(proxyBeanMethods = false)
class ReferralConfiguration {

    @Bean
    Works referralWorks(LoyaltyAccounts accounts, RuleBooks rules, Clock clock) {
        return source -> List.of(new WhenAnOrderIsFinalJudgeTheReferral(new AllAccounts(accounts), rules::of, clock));
    }

    private record AllAccounts(LoyaltyAccounts accounts) implements WhenAnOrderIsFinalJudgeTheReferral.Accounts {

        @Override
        public LoyaltyAccount find(String account, Origin origin, Instant now) {
            return accounts.find(account, origin, now);
        }

        @Override
        public LoyaltyAccount send(LoyaltyCommand command, Origin origin) {
            return accounts.send(command, origin);
        }
    }
}
