package io.guanxi.customer.file.web;

import static org.springframework.http.HttpMethod.PATCH;

import io.guanxi.web.AccessRule;
import io.guanxi.web.AccessRules;
import io.guanxi.web.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may use the customers' files. Contact data is shown to agents and marketers alone. */
@Configuration(proxyBeanMethods = false)
class CustomerAccess {

    @Bean
    AccessRules customerAccessRules() {
        return AccessRules.of(
                AccessRule.post("/api/customers", Role.SHOP, Role.AGENT),
                new AccessRule(PATCH, "/api/customers/*/profile", Role.AGENT),
                AccessRule.get("/api/customers", Role.AGENT, Role.MARKETER, Role.LOYALTY_MANAGER, Role.ANALYST),
                AccessRule.get("/api/customers/*", Role.AGENT, Role.MARKETER, Role.LOYALTY_MANAGER, Role.ANALYST),
                AccessRule.get(
                        "/api/customers/*/history", Role.AGENT, Role.MARKETER, Role.LOYALTY_MANAGER, Role.ANALYST));
    }
}
