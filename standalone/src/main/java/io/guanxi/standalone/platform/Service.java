package io.guanxi.standalone.platform;

import io.guanxi.analytics.AnalyticsService;
import io.guanxi.customer.CustomerService;
import io.guanxi.gateway.GatewayService;
import io.guanxi.loyalty.LoyaltyService;
import io.guanxi.ticket.TicketService;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The services, in the order of their ports. The gateway comes first because its port is the one people know. */
public enum Service {
    GATEWAY(GatewayService::application),
    CUSTOMER(CustomerService::application),
    LOYALTY(LoyaltyService::application),
    TICKET(TicketService::application),
    ANALYTICS(AnalyticsService::application);

    private final Supplier<SpringApplicationBuilder> application;

    Service(Supplier<SpringApplicationBuilder> application) {
        this.application = application;
    }

    SpringApplicationBuilder application() {
        return application.get();
    }

    /** The name in addresses, groups and databases, such as {@code loyalty}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
