package io.guanxi.analytics.measuring.web;

import io.guanxi.web.AccessRule;
import io.guanxi.web.AccessRules;
import io.guanxi.web.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may ask, and who decides by what customers are judged. */
@Configuration(proxyBeanMethods = false)
class AnalyticsAccess {

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(
                AccessRule.get("/api/analytics/**", Role.ANALYST, Role.MARKETER, Role.AGENT),
                AccessRule.post("/api/analytics/pyramid/rules", Role.ANALYST),
                AccessRule.any("/api/analytics/segments/**", Role.ANALYST));
    }
}
