package io.guanxi.loyalty.account.process;

import io.guanxi.eventing.due.Sweeper;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.view.accountsdue.AccountsDue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sweep to work. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepProperties.class)
class SweepConfiguration {

    @Bean
    Sweeper accountSweeper(
            AccountsDue due,
            LoyaltyAccounts accounts,
            SweepProperties properties,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new Sweeper(
                new WhenSomethingIsDueAdvanceTheAccount(due::before, accounts::send),
                properties.sweep(),
                clock,
                SweepSignals.METERS,
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
