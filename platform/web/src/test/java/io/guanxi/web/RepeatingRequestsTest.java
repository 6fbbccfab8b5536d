package io.guanxi.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guanxi.web.Client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunsExampleService
class RepeatingRequestsTest {

    private static final String NOTE = "{\"text\":\"call back\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private ExampleService.Desk desk;

    @Autowired
    private MongoDatabase database;

    private String key;
    private Client agent;

    @BeforeEach
    void aNewKey() {
        key = UUID.randomUUID().toString();
        agent = Client.at(port).as(Tokens.of("demo", Role.AGENT)).with("Idempotency-Key", key);
        desk.writes.set(0);
        desk.breaks.set(0);
        desk.entered = new CountDownLatch(1);
        desk.goOn = new CountDownLatch(0);
    }

    @Test
    void theSameRequestGetsTheSameAnswerAndIsCarriedOutOnce() {
        Answer first = agent.post("/api/notes", NOTE);
        Answer second = agent.post("/api/notes", NOTE);

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isNotEmpty().isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo("\"1\"");
        assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.header("X-Correlation-Id")).isNotEqualTo(first.header("X-Correlation-Id"));
        assertThat(desk.writes).hasValue(1);
    }

    @Test
    void aRefusalIsAnAnswerTooAndIsGivenAgain() {
        Answer first = agent.put("/api/notes/none", NOTE);
        Answer second = agent.put("/api/notes/none", NOTE);
        assertThat(first.status()).isEqualTo(404);
        assertThat(second.status()).isEqualTo(404);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        agent.post("/api/notes", NOTE);
        Answer other = agent.post("/api/notes", "{\"text\":\"call later\"}");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).isEqualTo("urn:guanxi:problem:idempotency-key-reused");
        assertThat(desk.writes).hasValue(1);
    }

    @Test
    void theSameKeyAtAnotherPathOrByAnotherCallerIsRefused() {
        agent.post("/api/notes", NOTE);
        assertThat(agent.post("/api/notes?x=1", NOTE).status()).isEqualTo(422);
        String colleague = Tokens.with(
                claims -> claims.subject("agent-8").claim("tenant", "demo").claim("roles", List.of("agent")));
        Answer other =
                Client.at(port).as(colleague).with("Idempotency-Key", key).post("/api/notes", NOTE);
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void tenantsDoNotShareKeys() {
        Answer ours = agent.post("/api/notes", NOTE);
        Answer theirs = Client.at(port)
                .as(Tokens.of("other", Role.AGENT))
                .with("Idempotency-Key", key)
                .post("/api/notes", NOTE);
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.text("/id")).isNotEqualTo(ours.text("/id"));
        assertThat(desk.writes).hasValue(2);
    }

    @Test
    void aRequestThatIsStillRunningIsNotCarriedOutTwice() throws Exception {
        desk.goOn = new CountDownLatch(1);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> agent.post("/api/slow", "{}"));
        assertThat(desk.entered.await(30, TimeUnit.SECONDS)).isTrue();

        Answer second = agent.post("/api/slow", "{}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/type")).isEqualTo("urn:guanxi:problem:request-in-progress");
        assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(1, 5);

        desk.goOn.countDown();
        assertThat(first.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(agent.post("/api/slow", "{}").body()).isEqualTo(first.join().body());
        assertThat(desk.writes).hasValue(1);
    }

    @Test
    void ofManyAtOnceOneIsCarriedOut() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(callers.submit(() -> agent.post("/api/notes", NOTE)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isIn(201, 409);
            }
        }
        assertThat(desk.writes).hasValue(1);
        assertThat(agent.post("/api/notes", NOTE).status()).isEqualTo(201);
    }

    @Test
    void afterACrashBetweenDoingAndAnsweringTheRequestMeetsWhatItMade() {
        Answer first = agent.post("/api/notes", NOTE);
        forgetTheAnswer();

        assertThat(agent.post("/api/notes", NOTE).status()).isEqualTo(409);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> agent.post("/api/notes", NOTE).status() == 201);

        assertThat(desk.writes).hasValue(2);
        assertThat(agent.post("/api/notes", NOTE).body()).isEqualTo(first.body());
    }

    @Test
    void anOwnerThatLostItsLeaseDoesNotAnswerOverTheNewOne() throws Exception {
        desk.goOn = new CountDownLatch(1);
        CompletableFuture<Answer> paused = CompletableFuture.supplyAsync(() -> agent.post("/api/slow", "{}"));
        assertThat(desk.entered.await(30, TimeUnit.SECONDS)).isTrue();
        keys().updateOne(Filters.eq("demo/" + key), Updates.set("owner", "somebody else"));
        desk.goOn.countDown();

        Answer late = paused.get(30, TimeUnit.SECONDS);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/type")).isEqualTo("urn:guanxi:problem:request-in-progress");
        Document held = keys().find(Filters.eq("demo/" + key)).first();
        assertThat(held).containsEntry("owner", "somebody else").doesNotContainKey("status");
    }

    @Test
    void aFailureOfTheServiceIsNotRememberedAsTheAnswer() {
        assertThat(agent.post("/api/breaking", "{}").status()).isEqualTo(500);
        Answer again = agent.post("/api/breaking", "{}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEmpty();
        assertThat(agent.post("/api/breaking", "{}").text("/count")).isEqualTo("2");
    }

    @Test
    void withoutAKeyEveryRequestIsANewOne() {
        Client keyless = Client.at(port).as(Tokens.of("demo", Role.AGENT));
        Answer first = keyless.post("/api/notes", NOTE);
        Answer second = keyless.post("/api/notes", NOTE);
        assertThat(second.text("/id")).isNotEqualTo(first.text("/id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "ends\twith a tab"})
    void aKeyThatCannotBeOneIsRefused(String wrong) {
        Answer answer = Client.at(port)
                .as(Tokens.of("demo", Role.AGENT))
                .with("Idempotency-Key", wrong)
                .post("/api/notes", NOTE);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/parameter")).isEqualTo("Idempotency-Key");
    }

    @Test
    void aRequestThatIsDeniedLeavesNoKeyBehind() {
        Client analyst = Client.at(port).as(Tokens.of("demo", Role.ANALYST)).with("Idempotency-Key", key);
        assertThat(analyst.post("/api/notes", NOTE).status()).isEqualTo(403);
        assertThat(keys().find(Filters.eq("demo/" + key)).first()).isNull();
    }

    private void forgetTheAnswer() {
        keys().updateOne(
                        Filters.eq("demo/" + key),
                        Updates.combine(
                                Updates.unset("status"),
                                Updates.unset("headers"),
                                Updates.unset("body"),
                                Updates.currentDate("since")));
    }

    private MongoCollection<Document> keys() {
        return database.getCollection("idempotency_keys");
    }
}
