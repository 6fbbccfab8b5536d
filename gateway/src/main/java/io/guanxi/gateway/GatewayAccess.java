package io.guanxi.gateway;

import static io.guanxi.web.Role.AGENT;
import static io.guanxi.web.Role.ANALYST;
import static io.guanxi.web.Role.LOYALTY_MANAGER;
import static io.guanxi.web.Role.MARKETER;
import static io.guanxi.web.Role.SHOP;

import io.guanxi.web.AccessRule;
import io.guanxi.web.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who may use the gateway's own paths. What it only routes is open to every valid token here, because the service behind
 * judges the same token again and knows its own rules.
 */
@Configuration(proxyBeanMethods = false)
class GatewayAccess {

    @Bean
    AccessRules gatewayRules() {
        return AccessRules.of(
                AccessRule.post("/api/orders", SHOP),
                AccessRule.post("/api/orders/bulk", SHOP),
                AccessRule.get("/api/customers/{id}", AGENT, MARKETER, LOYALTY_MANAGER, ANALYST),
                AccessRule.everyRole(null, "/api/customers/**"),
                AccessRule.everyRole(null, "/api/loyalty/**"),
                AccessRule.everyRole(null, "/api/tickets/**"),
                AccessRule.everyRole(null, "/api/analytics/**"));
    }
}
