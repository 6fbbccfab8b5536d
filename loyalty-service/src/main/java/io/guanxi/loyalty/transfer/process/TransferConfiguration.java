package io.guanxi.loyalty.transfer.process;

import io.guanxi.eventing.follow.Works;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the handing over to work. */
@Configuration(proxyBeanMethods = false)
class TransferConfiguration {

    @Bean
    Works transfers(LoyaltyAccounts accounts, Clock clock) {
        return source -> List.of(new WhenPointsAreSentHandThemOver(accounts::send, clock));
    }
}
