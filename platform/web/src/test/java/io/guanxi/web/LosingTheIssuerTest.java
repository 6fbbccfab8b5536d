package io.guanxi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.web.Client.Answer;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = ExampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"logging.structured.format.console=", "springdoc.api-docs.enabled=false"})
class LosingTheIssuerTest {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void nobodyThere(DynamicPropertyRegistry registry) throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            String nobody = "http://127.0.0.1:" + socket.getLocalPort() + "/jwks";
            registry.add("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", () -> nobody);
        }
    }

    @Test
    void aTokenThatCannotBeCheckedNowIsNotCalledWorthless() {
        Answer answer = Client.at(port).as(Tokens.of("demo", Role.AGENT)).get("/api/me");
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.text("/type")).isEqualTo("urn:guanxi:problem:unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void healthDoesNotNeedTheIssuer() {
        assertThat(Client.at(port).get("/actuator/health/readiness").status()).isEqualTo(200);
    }
}
