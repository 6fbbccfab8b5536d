package io.guanxi.ticket;

import io.guanxi.ticket.desk.domain.ServiceTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the service takes from the world around it: the terms that its owner has set. */
@Configuration(proxyBeanMethods = false)
class TicketConfiguration {

    @Bean
    ServiceTerms serviceTerms(TicketProperties properties) {
        return properties.terms();
    }
}
