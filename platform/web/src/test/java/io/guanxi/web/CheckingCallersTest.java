package io.guanxi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.web.Client.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunsExampleService
class CheckingCallersTest {

    @LocalServerPort
    private int port;

    @Test
    void aCallerIsWhoTheTokenSays() {
        Answer me = Client.at(port)
                .as(Tokens.of("demo", Role.AGENT, Role.SHOP))
                .with("X-Correlation-Id", "c-1")
                .get("/api/me");
        assertThat(me.status()).as(me.body()).isEqualTo(200);
        assertThat(me.text("/tenant")).isEqualTo("demo");
        assertThat(me.text("/subject")).isEqualTo("agent-7");
        assertThat(me.json().at("/roles").values().stream()
                        .map(role -> role.asString())
                        .toList())
                .containsExactlyInAnyOrder("AGENT", "SHOP");
        assertThat(me.text("/actor")).isEqualTo("agent-7");
        assertThat(me.text("/correlationId")).isEqualTo("c-1");
        assertThat(me.text("/logTenant")).isEqualTo("demo");
    }

    @Test
    void aRequestRunsOnAVirtualThread() {
        Answer me = Client.at(port).as(Tokens.of("demo", Role.AGENT)).get("/api/me");
        assertThat(me.json().at("/virtual").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/notes/1",
                "/api/me",
                "/v3/api-docs",
                "/actuator/prometheus",
                "/actuator/info",
                "/nothing",
                "/"
            })
    void withoutATokenThereIsNothing(String path) {
        Answer answer = Client.at(port).get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("/type")).isEqualTo("urn:guanxi:problem:unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthNeedsNoTokenAndTellsNoDetail(String path) {
        Answer answer = Client.at(port).get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("/status")).isEqualTo("UP");
        assertThat(answer.json().has("components")).isFalse();
    }

    static Stream<Map.Entry<String, String>> worthless() {
        return Map.of(
                "no token at all", "abc",
                "a foreign key", Tokens.forged("demo"),
                "out of date",
                        Tokens.with(claims -> claims.claim("tenant", "demo")
                                .issuedAt(Instant.now().minusSeconds(900))
                                .expiresAt(Instant.now().minusSeconds(600))),
                "no end", Tokens.with(claims -> claims.claim("tenant", "demo").claims(all -> all.remove("exp"))),
                "no tenant", Tokens.with(claims -> claims.claim("roles", List.of("admin"))),
                "a tenant that is no name", Tokens.of("Demo/../other", Role.ADMIN),
                "a tenant that is no text", Tokens.with(claims -> claims.claim("tenant", List.of("demo"))),
                "no subject",
                        Tokens.with(claims -> claims.claim("tenant", "demo").claims(all -> all.remove("sub"))))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("worthless")
    void aWorthlessTokenIsAnsweredAsNone(Map.Entry<String, String> token) {
        Answer answer = Client.at(port).as(token.getValue()).get("/api/me");
        assertThat(answer.status()).as(token.getKey()).isEqualTo(401);
        assertThat(answer.text("/type")).isEqualTo("urn:guanxi:problem:unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(answer.text("/correlationId")).isEqualTo(answer.header("X-Correlation-Id"));
    }

    @Test
    void aRoleMayDoWhatARuleSaysAndNothingElse() {
        Client analyst = Client.at(port).as(Tokens.of("demo", Role.ANALYST));
        assertThat(analyst.get("/api/notes/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
        Answer denied = analyst.post("/api/notes", "{\"text\":\"a\"}");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.text("/type")).isEqualTo("urn:guanxi:problem:forbidden");
        assertThat(denied.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void whatNoRuleAllowsIsDeniedToAllButAdministrators() {
        assertThat(Client.at(port)
                        .as(Tokens.of("demo", Role.AGENT))
                        .get("/api/unlisted")
                        .status())
                .isEqualTo(403);
        assertThat(Client.at(port)
                        .as(Tokens.of("demo", Role.ADMIN))
                        .get("/api/unlisted")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUnknownRoleGrantsNothing() {
        String token =
                Tokens.with(claims -> claims.claim("tenant", "demo").claim("roles", List.of("emperor", "AGENT", 7)));
        assertThat(Client.at(port).as(token).get("/api/me").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator/metrics", "/api/operations/example/dead-letters"})
    void operationsAreTheOperators(String path) {
        assertThat(Client.at(port)
                        .as(Tokens.of("demo", Role.AGENT, Role.MARKETER))
                        .get(path)
                        .status())
                .isEqualTo(403);
        assertThat(Client.at(port)
                        .as(Tokens.of("demo", Role.OPERATOR))
                        .get(path)
                        .status())
                .isIn(200, 404);
    }

    @Test
    void answersTellABrowserToTrustNothing() {
        Answer answer = Client.at(port).as(Tokens.of("demo", Role.AGENT)).get("/api/me");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void otherOriginsAreNotInvited() {
        Answer preflight = Client.at(port)
                .with("Origin", "https://elsewhere.example")
                .with("Access-Control-Request-Method", "GET")
                .send("OPTIONS", "/api/me", BodyPublishers.noBody());
        assertThat(preflight.status()).isEqualTo(401);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
    }
}
