package io.guanxi.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.guanxi.test.Api;
import io.guanxi.test.RunsOnPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.web.Role;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A gateway before four services that do as a test tells them. Its times are long enough for a slow machine: what is well is
 * never late, and a breaker that opened stays open while a test looks at it.
 */
@SpringBootTest(
        classes = GatewayService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=gateway",
            "guanxi.gateway.connect-timeout=10s",
            "guanxi.gateway.view-budget=3s",
            "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=6s"
        })
@RunsOnPlatform
public abstract class RunsGateway {

    @LocalServerPort
    private int port;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry registry) {
        Backends.register(registry);
    }

    @BeforeEach
    void allServicesAreWell() {
        Backends.allWell();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    protected Api as(Role role, String tenant) {
        return Api.at(port).as(TestTokens.token(tenant, role));
    }

    protected Api withoutToken() {
        return Api.at(port);
    }
}
