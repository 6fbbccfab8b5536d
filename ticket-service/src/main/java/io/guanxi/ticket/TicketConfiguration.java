package io.guanxi.ticket;

import io.guanxi.ticket.desk.domain.ServiceTerms;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the service takes from the world around it: the time, and the terms that its owner has set. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TicketConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ServiceTerms serviceTerms(TicketProperties properties) {
        return properties.terms();
    }
}
