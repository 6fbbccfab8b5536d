package io.guanxi.loyalty.programme;

import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EarningProperties.class, ProgrammeProperties.class})
class ProgrammeConfiguration {

    @Bean
    ProgrammeTerms programmeTerms(EarningProperties earning, ProgrammeProperties programme) {
        return new ProgrammeTerms(earning.rules(), programme.leadTime());
    }
}
