package io.guanxi.loyalty.family.process;

import io.guanxi.eventing.follow.Works;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.family.command.Families;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the telling to work. */
@Configuration(proxyBeanMethods = false)
class FamilyConfiguration {

    @Bean
    Works familyMembers(LoyaltyAccounts accounts, Families families, Clock clock) {
        return source -> List.of(new WhenAMemberChangesTellTheAccount(accounts::send, families::send, clock));
    }
}
