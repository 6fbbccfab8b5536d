package io.guanxi.loyalty.reward.command;

import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.reward.domain.RewardCommand.TakeUnit;
import io.guanxi.loyalty.reward.domain.RewardStock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RedemptionConfiguration {

    @Bean
    Redemptions redemptions(LoyaltyAccounts accounts, RewardStocks stocks) {
        return new Redemptions(accounts::send, new Redemptions.Stocks() {
            @Override
            public RewardStock find(String reward, Origin origin, Instant now) {
                return stocks.find(reward, origin, now);
            }

            @Override
            public RewardStock take(String reward, TakeUnit command, Origin origin) {
                return stocks.send(reward, command, origin);
            }
        });
    }
}
