package io.guanxi.analytics.runs.web;

import io.guanxi.web.AccessRule;
import io.guanxi.web.AccessRules;
import io.guanxi.web.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Who may run something: it costs, and an export holds everybody. */
@Configuration(proxyBeanMethods = false)
class RunAccess {

    /** Before the rule of all of analytics. */
    @Bean
    @Order(0)
    AccessRules runAccessRules() {
        return AccessRules.of(AccessRule.any("/api/analytics/runs/**", Role.ANALYST));
    }
}
