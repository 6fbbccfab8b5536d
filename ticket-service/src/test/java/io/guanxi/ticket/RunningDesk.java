package io.guanxi.ticket;

import io.guanxi.test.Api;
import io.guanxi.test.TestPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.web.Role;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a store of its own. It can be stopped and started again. */
final class RunningDesk implements AutoCloseable {

    private final String database;
    private final @Nullable Clock clock;
    private ConfigurableApplicationContext context;

    /** @param clock that the test moves; null for the service's own */
    RunningDesk(String database, @Nullable Clock clock) {
        this.database = database;
        this.clock = clock;
        this.context = start();
    }

    void restart() {
        context.close();
        context = start();
    }

    Api as(String tenant, Role... roles) {
        return anybody().as(TestTokens.token(tenant, "li", roles));
    }

    Api anybody() {
        return Api.at(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private ConfigurableApplicationContext start() {
        Map<String, Object> properties = new HashMap<>(TestPlatform.properties(database));
        properties.put("server.port", "0");
        properties.put("guanxi.ticket.sweep.interval", "50ms");
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        SpringApplicationBuilder service = TicketService.application();
        if (clock != null) {
            service.initializers(context -> context.getBeanFactory().registerSingleton("movableClock", clock));
        }
        return service.run(arguments);
    }

    @Override
    public void close() {
        context.close();
    }
}
