package io.guanxi.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.gateway.service.Backend;
import io.guanxi.test.Api.Answer;
import io.guanxi.web.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingIT extends RunsGateway {

    @ParameterizedTest
    @CsvSource({
        "/api/customers?externalId=00021, CUSTOMER",
        "/api/customers/0d9e3a52-6a54-5d3a-9c1e-2b7f1f0a9c11/history, CUSTOMER",
        "/api/loyalty/accounts/x/entries?limit=5, LOYALTY",
        "/api/tickets?overdue=true, TICKET",
        "/api/tickets/t1, TICKET",
        "/api/analytics/totals, ANALYTICS",
        "/api/operations/loyalty/dead-letters, LOYALTY"
    })
    void aPathBelongsToOneService(String path, Backend owner) {
        Answer answer =
                as(Role.ADMIN, "acme").with("X-Correlation-Id", "route-1").get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/from")).isEqualTo(owner.shortName());
        Backends.server(owner)
                .verify(getRequestedFor(urlEqualTo(path)).withHeader("X-Correlation-Id", equalTo("route-1")));
    }

    @Test
    void aChangeOfTheProfileGoesToTheCustomerService() {
        String path = "/api/customers/0d9e3a52-6a54-5d3a-9c1e-2b7f1f0a9c11/profile";

        as(Role.AGENT, "acme").with("If-Match", "\"3\"").patch(path, Map.of("name", "Li"));

        Backends.server(Backend.CUSTOMER)
                .verify(patchRequestedFor(urlEqualTo(path)).withHeader("If-Match", equalTo("\"3\"")));
    }

    @Test
    void aRunThatAnAnalystAsksForGoesToTheAnalyticsService() {
        Answer answer = as(Role.ANALYST, "acme")
                .with("Idempotency-Key", "fit-1")
                .post("/api/analytics/runs", Map.of("kind", "lifetime-fit"));

        assertThat(answer.text("/from")).isEqualTo("analytics");
        Backends.server(Backend.ANALYTICS)
                .verify(postRequestedFor(urlEqualTo("/api/analytics/runs"))
                        .withHeader("Idempotency-Key", equalTo("fit-1")));
    }

    @Test
    void whatAServiceRefusesIsHandedOnAsItIs() {
        Backends.answers(Backend.TICKET, 409, "{\"type\":\"urn:guanxi:problem:ticket-is-closed\"}");

        Answer answer = as(Role.AGENT, "acme").post("/api/tickets/t1/replies", Map.of("text", "Hello"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("ticket-is-closed");
    }

    @Test
    void aServiceThatCannotBeReachedIsNamedAndARetryIsOffered() {
        Backends.hangsUp(Backend.TICKET);

        Answer answer = as(Role.AGENT, "acme").get("/api/tickets/t1");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("ticket-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/customers?externalId=1",
                "/api/analytics/totals",
                "/api/tickets",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/"
            })
    void withoutATokenNothingAnswers(String path) {
        Answer answer = withoutToken().get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("X-Correlation-Id")).isNotBlank();
    }

    @Test
    void healthAnswersWithoutAToken() {
        assertThat(withoutToken().get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(withoutToken().get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void anotherSitesPageGetsNoPermission() {
        Answer answer = as(Role.AGENT, "acme")
                .with("Origin", "https://elsewhere.example")
                .get("/api/tickets");

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void thePublishedDescriptionIsOpenApi31() {
        Answer answer = as(Role.AGENT, "acme").get("/v3/api-docs");

        assertThat(answer.text("/openapi")).startsWith("3.1");
        assertThat(answer.json().path("paths").has("/api/customers/{id}")).isTrue();
        assertThat(answer.json().path("paths").has("/api/orders/bulk")).isTrue();
    }
}
