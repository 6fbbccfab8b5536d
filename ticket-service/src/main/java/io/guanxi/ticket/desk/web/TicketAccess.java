package io.guanxi.ticket.desk.web;

import io.guanxi.web.AccessRule;
import io.guanxi.web.AccessRules;
import io.guanxi.web.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Agents work on tickets, a shop's system opens them for its customers, analysts read them without the words. */
@Configuration(proxyBeanMethods = false)
class TicketAccess {

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(
                AccessRule.post("/api/tickets", Role.AGENT, Role.SHOP),
                AccessRule.get("/api/tickets/**", Role.AGENT, Role.ANALYST),
                AccessRule.any("/api/tickets/**", Role.AGENT));
    }
}
