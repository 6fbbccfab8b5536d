package io.guanxi.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import io.guanxi.web.AccessRule;
import io.guanxi.web.AccessRules;
import io.guanxi.web.Caller;
import io.guanxi.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RunsOnPlatform
@SpringBootTest(
        classes = RunningOnThePlatformTest.Greeter.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RunningOnThePlatformTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase database;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(Greetings.class)
    static class Greeter {

        @Bean
        AccessRules accessRules() {
            return AccessRules.of(AccessRule.get("/api/greeting", Role.AGENT));
        }
    }

    @RestController
    static class Greetings {

        @GetMapping("/api/greeting")
        Map<String, String> greet(Caller caller) {
            return Map.of("tenant", caller.tenant());
        }
    }

    @Test
    void aTokenOfTheTestIsAcceptedAndOthersAreNot() {
        Api api = Api.at(port);
        assertThat(api.as(TestTokens.token("demo", Role.AGENT))
                        .get("/api/greeting")
                        .text("/tenant"))
                .isEqualTo("demo");
        assertThat(api.get("/api/greeting").problem()).isEqualTo("unauthenticated");
        assertThat(api.as(TestTokens.expired("demo", Role.AGENT))
                        .get("/api/greeting")
                        .status())
                .isEqualTo(401);
        assertThat(api.as(TestTokens.forged("demo", Role.AGENT))
                        .get("/api/greeting")
                        .status())
                .isEqualTo(401);
        assertThat(api.as(TestTokens.withoutTenant(Role.AGENT))
                        .get("/api/greeting")
                        .status())
                .isEqualTo(401);
        assertThat(api.as(TestTokens.token("demo", Role.SHOP))
                        .get("/api/greeting")
                        .problem())
                .isEqualTo("forbidden");
    }

    @Test
    void theServiceHasADatabaseOfItsOwn() {
        database.getCollection("things").insertOne(new Document("_id", 1));
        assertThat(database.getCollection("things").countDocuments()).isEqualTo(1);
        assertThat(database.getName()).startsWith("test_");
    }

    @Test
    void whatIsPublishedIsReadWithItsHeadersAndItsKey() {
        Map<String, String> headers = TestTopics.cloudEvent("shop.order.paid.v1", "acme/7", Instant.EPOCH);
        TestTopics.publish("trying.topics.v1", "acme/7", headers, Map.of("orderId", "o-1"));
        TestTopics.publish("trying.topics.v1", "other/7", headers, Map.of("orderId", "o-2"));
        TestTopics.publish("trying.topics.v1", "acme/8", Map.of(), null);

        TestTopics.Read read = TestTopics.awaitOne(
                "trying.topics.v1",
                record -> record.type().equals("shop.order.paid.v1") && "acme/7".equals(record.key()),
                SOON);
        assertThat(read.json().at("/orderId").asString()).isEqualTo("o-1");
        assertThat(read.headers()).containsEntry("ce_tenant", "acme").containsEntry("ce_time", "1970-01-01T00:00:00Z");
        assertThat(TestTopics.awaitOne("trying.topics.v1", record -> "acme/8".equals(record.key()), SOON)
                        .value())
                .isNull();
    }

    @Test
    void waitingForWhatNeverComesEndsAndSaysWhatWasThere() {
        TestTopics.publish("waiting.topics.v1", "acme/7", Map.of(), "here");
        assertThatThrownBy(() -> TestTopics.await(
                        "waiting.topics.v1", record -> true, found -> found.size() > 1, Duration.ofSeconds(2)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("here");
    }
}
