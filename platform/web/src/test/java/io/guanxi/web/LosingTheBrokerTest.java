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
class LosingTheBrokerTest {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void nobodyThere(DynamicPropertyRegistry registry) throws IOException {
        registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location", Tokens::publicKeyLocation);
        try (ServerSocket socket = new ServerSocket(0)) {
            String nobody = "127.0.0.1:" + socket.getLocalPort();
            registry.add("spring.kafka.bootstrap-servers", () -> nobody);
        }
    }

    @Test
    void aServiceThatCanStillAnswerStaysInTraffic() {
        assertThat(Client.at(port).get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(Client.at(port)
                        .as(Tokens.of("demo", Role.AGENT))
                        .post("/api/notes", "{\"text\":\"a\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void operatorsSeeThatItIsAway() {
        Answer health = Client.at(port).as(Tokens.of("demo", Role.OPERATOR)).get("/actuator/health");
        assertThat(health.status()).isEqualTo(503);
        assertThat(health.text("/components/broker/status")).isEqualTo("DOWN");
    }
}
