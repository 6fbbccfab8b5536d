package io.guanxi.ticket;

import io.guanxi.ticket.desk.domain.ServiceTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What the service takes from the world around it: the passing of time, and the terms that its owner has set. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TicketConfiguration {

    @Bean
    ServiceTerms serviceTerms(TicketProperties properties) {
        return properties.terms();
    }
}
