package io.guanxi.gateway.service;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the gateway.
 *
 * @param services where each of customer, loyalty, ticket and analytics listens
 * @param connectTimeout how long a connection to a service may take
 * @param routeTimeout how long a routed request may wait for its answer
 * @param populationTimeout how long a routed question about a whole population may wait for its answer
 * @param viewBudget how long the composed customer view waits for its parts; what is missing by then is said to be
 */
@Validated
@ConfigurationProperties("guanxi.gateway")
public record GatewayProperties(
        @NotNull Map<Backend, @Valid Address> services,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("10s") Duration routeTimeout,
        @DefaultValue("60s") Duration populationTimeout,
        @DefaultValue("1500ms") Duration viewBudget) {

    public GatewayProperties {
        services = Map.copyOf(services);
        for (Backend backend : Backend.values()) {
            if (!services.containsKey(backend)) {
                throw new IllegalArgumentException("guanxi.gateway.services.%s.url is missing (expected: an address)"
                        .formatted(backend.shortName()));
            }
        }
        positive("connect-timeout", connectTimeout);
        positive("route-timeout", routeTimeout);
        positive("population-timeout", populationTimeout);
        positive("view-budget", viewBudget);
    }

    /** @param url scheme, host and port, no path */
    public record Address(@NotNull URI url) {}

    public URI address(Backend backend) {
        return Objects.requireNonNull(services.get(backend)).url();
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("guanxi.gateway.%s: %s (expected: more than 0)".formatted(name, value));
        }
    }
}
