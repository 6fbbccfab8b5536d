package io.guanxi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.guanxi.gateway.service.Backend;
import io.guanxi.test.Api.Answer;
import io.guanxi.web.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "guanxi.gateway.route-timeout=500ms",
            "guanxi.gateway.population-timeout=30s",
            "resilience4j.circuitbreaker.configs.default.slow-call-duration-threshold=300ms"
        })
class AskingAboutPopulationsIT extends RunsGateway {

    private static final int LONGER_THAN_A_ROUTE_WAITS = 900;
    private static final int ENOUGH_TO_JUDGE = 6;

    @Autowired
    private CircuitBreakerRegistry circuitBreakers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/analytics/cohorts?by=week",
                "/api/analytics/retention",
                "/api/analytics/revenue-shares",
                "/api/analytics/pyramid/migration?from=2026-01-01",
                "/api/analytics/totals?asOf=2026-03-09",
                "/api/analytics/pyramid?x=1&asOf=2026-03-09",
                "/api/analytics/segments/big/members",
                "/api/analytics/segments/big/difference",
                "/api/analytics/segments/big/difference/entering?limit=5",
                "/api/analytics/runs/0d9e3a52-6a54-5d3a-9c1e-2b7f1f0a9c11/export"
            })
    void whatLooksAtAllCustomersMayTakeItsTime(String path) {
        Backends.answersAfter(Backend.ANALYTICS, LONGER_THAN_A_ROUTE_WAITS);

        assertThat(as(Role.ANALYST, "acme").get(path).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/analytics/totals",
                "/api/analytics/pyramid?notAsOf=2026-03-09",
                "/api/analytics/customers/0d9e3a52-6a54-5d3a-9c1e-2b7f1f0a9c11?asOf=2026-03-09",
                "/api/analytics/segments/big",
                "/api/analytics/runs"
            })
    void whatLooksAtOneThingMayNot(String path) {
        Backends.answersAfter(Backend.ANALYTICS, LONGER_THAN_A_ROUTE_WAITS);

        Answer answer = as(Role.ANALYST, "acme").get(path);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("analytics-unavailable");
    }

    @Test
    void longReportsKeepNobodyFromAskingAboutOneCustomer() {
        Backends.answersAfter(Backend.ANALYTICS, LONGER_THAN_A_ROUTE_WAITS);
        for (int report = 0; report < ENOUGH_TO_JUDGE; report++) {
            assertThat(as(Role.ANALYST, "acme")
                            .get("/api/analytics/revenue-shares")
                            .status())
                    .isEqualTo(200);
        }

        assertThat(circuitBreakers.circuitBreaker("analytics").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(circuitBreakers.circuitBreaker("analytics").getMetrics().getNumberOfBufferedCalls())
                .isZero();
        assertThat(circuitBreakers.circuitBreaker("analytics-population").getState())
                .isEqualTo(CircuitBreaker.State.CLOSED);
        Backends.allWell();
        assertThat(as(Role.ANALYST, "acme")
                        .get("/api/analytics/customers/0d9e3a52-6a54-5d3a-9c1e-2b7f1f0a9c11")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void reportsThatNeverComeDoNotCountAgainstQuestionsAboutOneCustomer() {
        Backends.hangsUp(Backend.ANALYTICS);
        for (int report = 0; report < ENOUGH_TO_JUDGE; report++) {
            assertThat(as(Role.ANALYST, "acme").get("/api/analytics/cohorts").problem())
                    .isEqualTo("analytics-unavailable");
        }

        assertThat(circuitBreakers.circuitBreaker("analytics-population").getState())
                .isEqualTo(CircuitBreaker.State.OPEN);
        Backends.allWell();
        assertThat(as(Role.ANALYST, "acme").get("/api/analytics/totals").status())
                .isEqualTo(200);
    }
}
