package io.guanxi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunsExampleService
class OperatingAServiceTest {

    @LocalServerPort
    private int port;

    @Test
    void readinessAsksTheStoreAndTheBroker() {
        Answer ready = operator().get("/actuator/health/readiness");
        assertThat(ready.text("/status")).isEqualTo("UP");
        assertThat(ready.json().at("/components").propertyNames())
                .containsExactlyInAnyOrder("readinessState", "store", "broker");
        assertThat(ready.json().at("/components/broker/details/brokers").asInt())
                .isEqualTo(1);
    }

    @Test
    void livenessAsksNobody() {
        Answer alive = operator().get("/actuator/health/liveness");
        assertThat(alive.text("/status")).isEqualTo("UP");
        assertThat(alive.json().at("/components").propertyNames()).containsExactly("livenessState");
    }

    @Test
    void metricsAreThereForPrometheus() {
        operator().get("/actuator/health");
        Answer metrics = operator().get("/actuator/prometheus");
        assertThat(metrics.status()).as(metrics.body()).isEqualTo(200);
        assertThat(metrics.body())
                .contains("http_server_requests_seconds_bucket")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void theApiDescribesItself() {
        Answer answer = Client.at(port).as(Tokens.of("demo", Role.AGENT)).get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode api = answer.json();
        assertThat(api.at("/openapi").asString()).startsWith("3.1");
        assertThat(api.at("/info/title").asString()).isEqualTo("example");
        assertThat(api.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.at("/security/0").has("bearer")).isTrue();
        JsonNode write = api.at("/paths/~1api~1notes/post");
        assertThat(write.has("parameters"))
                .as("arguments from the token are no parameters")
                .isFalse();
        assertThat(write.at("/responses/default/content/application~1problem+json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(api.at("/components/schemas/Problem/properties/correlationId/type")
                        .asString())
                .isEqualTo("string");
        assertThat(api.at("/paths").has("/error")).isFalse();
    }

    private Client operator() {
        return Client.at(port).as(Tokens.of("demo", Role.OPERATOR));
    }
}
