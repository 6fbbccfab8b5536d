package io.guanxi.loyalty.reward.process;

import io.guanxi.eventing.follow.Works;
import io.guanxi.loyalty.reward.command.RewardStocks;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RewardConfiguration {

    @Bean
    Works rewardUnits(RewardStocks stocks) {
        return source -> List.of(new WhenAHoldEndsGiveTheUnitBack(stocks::send));
    }
}
