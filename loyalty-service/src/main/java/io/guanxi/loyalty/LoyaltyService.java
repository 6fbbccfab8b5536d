package io.guanxi.loyalty;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.account.domain.EarningPolicy;
import io.guanxi.loyalty.account.domain.ReversalPolicy;
import io.guanxi.loyalty.programme.NamedPolicies;
import io.guanxi.web.AccessRule;
import io.guanxi.web.AccessRules;
import io.guanxi.web.Role;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** Runs the loyalty programme: points for paid orders, taken back with them, and a reason for each. */
@SpringBootApplication
public class LoyaltyService {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The service, ready to run, alone or beside others in one process. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(LoyaltyService.class)
                .properties("spring.config.name=loyalty-service")
                .bannerMode(Banner.Mode.OFF);
    }

    @Bean
    EventCatalogue eventCatalogue() {
        return LoyaltyEventNames.catalogue();
    }

    @Bean
    AccessRules accessRules() {
        return AccessRules.of(
                AccessRule.post("/api/loyalty/accounts/*/goodwill", Role.AGENT, Role.LOYALTY_MANAGER),
                AccessRule.post("/api/loyalty/accounts/*/transfers", Role.SHOP, Role.LOYALTY_MANAGER),
                AccessRule.get("/api/loyalty/families/**", Role.SHOP, Role.AGENT, Role.LOYALTY_MANAGER),
                AccessRule.any("/api/loyalty/families/**", Role.SHOP, Role.LOYALTY_MANAGER),
                AccessRule.any("/api/loyalty/checkout/**", Role.SHOP, Role.AGENT, Role.LOYALTY_MANAGER),
                AccessRule.get("/api/loyalty/accounts/*/audit", Role.LOYALTY_MANAGER),
                AccessRule.get("/api/loyalty/liability/**", Role.ANALYST, Role.LOYALTY_MANAGER),
                AccessRule.get("/api/loyalty/measures", Role.ANALYST, Role.LOYALTY_MANAGER),
                AccessRule.any("/api/loyalty/rehearsals/**", Role.LOYALTY_MANAGER, Role.ANALYST),
                AccessRule.any("/api/loyalty/audits/**", Role.LOYALTY_MANAGER),
                AccessRule.get("/api/loyalty/**", Role.AGENT, Role.MARKETER, Role.LOYALTY_MANAGER, Role.ANALYST),
                AccessRule.any("/api/loyalty/accounts/**", Role.LOYALTY_MANAGER),
                AccessRule.any("/api/loyalty/programme/**", Role.LOYALTY_MANAGER));
    }

    @Bean
    NamedPolicies namedPolicies() {
        return new NamedPolicies(
                Arrays.stream(EarningPolicy.values()).map(EarningPolicy::code).toList(),
                Arrays.stream(ReversalPolicy.values()).map(ReversalPolicy::code).toList());
    }
}
