package io.guanxi.loyalty;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.account.LoyaltyEventNames;
import io.guanxi.web.AccessRule;
import io.guanxi.web.AccessRules;
import io.guanxi.web.Role;
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
                AccessRule.get("/api/loyalty/accounts/*/audit", Role.LOYALTY_MANAGER),
                AccessRule.get("/api/loyalty/**", Role.AGENT, Role.MARKETER, Role.LOYALTY_MANAGER, Role.ANALYST));
    }
}
