package io.guanxi.loyalty.reward.command;

import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.reward.domain.RewardCommand.TakeUnit;
import io.guanxi.loyalty.reward.domain.RewardStock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RedemptionConfiguration {

    @Bean
    Redemptions redemptions(LoyaltyAccounts accounts, RewardStocks stocks) {
        return new Redemptions(asAccounts(accounts), asStocks(stocks));
    }

    private static Redemptions.Accounts asAccounts(LoyaltyAccounts accounts) {
        return new Redemptions.Accounts() {
            @Override
            public LoyaltyAccount find(String account, Origin origin, Instant now) {
                return accounts.find(account, origin, now);
            }

            @Override
            public LoyaltyAccount send(LoyaltyCommand command, Origin origin) {
                return accounts.send(command, origin);
            }
        };
    }

    private static Redemptions.Stocks asStocks(RewardStocks stocks) {
        return new Redemptions.Stocks() {
            @Override
            public RewardStock find(String reward, Origin origin, Instant now) {
                return stocks.find(reward, origin, now);
            }

            @Override
            public RewardStock take(String reward, TakeUnit command, Origin origin) {
                return stocks.send(reward, command, origin);
            }
        };
    }
}
