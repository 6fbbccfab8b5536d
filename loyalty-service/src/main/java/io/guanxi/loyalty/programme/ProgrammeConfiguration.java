package io.guanxi.loyalty.programme;

import io.guanxi.loyalty.account.domain.EarningRule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EarningProperties.class)
class ProgrammeConfiguration {

    @Bean
    EarningRule earningRule(EarningProperties properties) {
        return properties.rule();
    }
}
