package io.guanxi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import io.guanxi.web.Client.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = ExampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"logging.structured.format.console=", "server.tomcat.max-connections=77"})
class WorkingWithoutAStoreTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry registry) {
        registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location", Tokens::publicKeyLocation);
    }

    @Test
    void noDriverLooksForAStoreThatNobodyNamed() {
        assertThat(context.getBeansOfType(MongoClient.class)).isEmpty();
    }

    @Test
    void aKeyStillGivesTheSameId() {
        Client agent = Client.at(port).as(Tokens.of("demo", Role.AGENT)).with("Idempotency-Key", "k");
        Answer first = agent.post("/api/notes", "{\"text\":\"a\"}");
        Answer second = agent.post("/api/notes", "{\"text\":\"a\"}");
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.text("/id")).isEqualTo(first.text("/id"));
    }

    @Test
    void readinessAsksForNothingThatIsNotThere() {
        Answer ready = Client.at(port).as(Tokens.of("demo", Role.OPERATOR)).get("/actuator/health/readiness");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().at("/components").propertyNames()).containsExactly("readinessState");
    }

    @Test
    void whatAServiceSaysComesBeforeTheDefaults() {
        Environment environment = context.getEnvironment();
        assertThat(environment.getProperty("server.tomcat.max-connections")).isEqualTo("77");
        assertThat(environment.getProperty("server.shutdown")).isEqualTo("graceful");
    }
}
