package io.guanxi.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.Commands;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.eventlog.UnknownEvent;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.mongo.TestLogs;
import io.guanxi.eventlog.sample.JarCommand;
import io.guanxi.eventlog.sample.JarEvent;
import io.guanxi.eventlog.sample.JarFollower;
import io.guanxi.eventlog.sample.JarInstruction;
import io.guanxi.eventlog.sample.JarService;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A service with an event processor, started and stopped; two of them are two processes. */
@Timeout(120)
class FollowingTheLogTest {

    private static final Origin ORIGIN = new Origin("acme", "correlation-1", "cause-1", null);
    private static final Instant HAPPENED = Instant.parse("2020-02-29T12:00:00.123456Z");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String POLLS_RARELY = "--guanxi.event-log.poll-interval=10m";
    private static final String ONE_NODE = "--guanxi.event-log.node=only";

    @TempDir
    static Path folder;

    private static EmbeddedStore store;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start(folder, 0);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void aFollowerSeesEveryEventWithItsOriginAndGoesOnWhereItWasAfterARestart() {
        String uri = store.uri() + "/restart";
        try (var service = JarService.start(uri, POLLS_RARELY, ONE_NODE)) {
            place(service, "acme/1");
            addCoins(service, "acme/1", 3);

            JarFollower follower = service.getBean(JarFollower.class);
            await().atMost(SOON).until(() -> follower.seen().size() == 4);
            assertInOrderFrom(0, follower);
            RecordedEvent placed = follower.seen().getFirst();
            assertThat(placed.payload()).isEqualTo(new JarEvent.JarPlaced("kitchen", HAPPENED, null));
            assertThat(placed)
                    .usingRecursiveComparison()
                    .ignoringFields("id", "payload", "recorded")
                    .isEqualTo(new RecordedEvent(
                            "",
                            "acme/1",
                            0,
                            0,
                            "jar.placed",
                            "",
                            "acme",
                            HAPPENED,
                            Instant.EPOCH,
                            "correlation-1",
                            "cause-1",
                            null,
                            null));
        }
        try (var service = JarService.start(uri, POLLS_RARELY, ONE_NODE)) {
            addCoins(service, "acme/1", 1);

            JarFollower follower = service.getBean(JarFollower.class);
            await().atMost(SOON).until(() -> !follower.seen().isEmpty());
            assertInOrderFrom(4, follower);
        }
    }

    @Test
    void twoProcessesShareAnAggregateWithoutLosingACoinAndSeeEachOthersEvents() throws Exception {
        String uri = store.uri() + "/two";
        try (var one = JarService.start(uri);
                var two = JarService.start(uri);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            place(one, "acme/1");
            List<Callable<Object>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                ConfigurableApplicationContext process = i % 2 == 0 ? one : two;
                writers.add(Executors.callable(() -> {
                    for (int n = 0; n < 25; n++) {
                        addCoins(process, "acme/1", 1);
                    }
                }));
            }
            for (Future<Object> writer : threads.invokeAll(writers)) {
                writer.get();
            }

            JarFollower first = one.getBean(JarFollower.class);
            JarFollower second = two.getBean(JarFollower.class);
            await().atMost(SOON).until(() -> first.seen().size() + second.seen().size() == 101);
            assertInOrderFrom(0, first.seen().isEmpty() ? second : first);
        }
    }

    @Test
    void anEventWhoseNameIsNotKnownStopsTheFollowerAndIsNotPassedOver() {
        try (var service = JarService.start(store.uri() + "/unknown")) {
            place(service, "acme/1");
            JarFollower follower = service.getBean(JarFollower.class);
            await().atMost(SOON).until(() -> follower.seen().size() == 1);

            service.getBean(MongoEventLog.class).append(TestLogs.commit("acme/2", 0, 1));
            addCoins(service, "acme/1", 1);

            await().during(Duration.ofSeconds(1))
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(follower.seen()).hasSize(1));
            assertThatThrownBy(() -> send(service, "acme/2", new JarCommand.LookAtJar()))
                    .isInstanceOf(UnknownEvent.class)
                    .hasMessageContaining("sample.happened");
        }
    }

    private static void assertInOrderFrom(long position, JarFollower follower) {
        assertThat(follower.seen())
                .extracting(RecordedEvent::position)
                .containsExactlyElementsOf(
                        LongStream.range(position, position + follower.seen().size())
                                .boxed()
                                .toList());
    }

    private static void place(ConfigurableApplicationContext service, String jar) {
        send(service, jar, new JarCommand.PlaceJar("kitchen", HAPPENED));
    }

    private static void addCoins(ConfigurableApplicationContext service, String jar, int handfuls) {
        List<Money> coin = List.of(Money.of("1", "EUR"));
        send(service, jar, new JarCommand.AddCoins(Collections.nCopies(handfuls, coin)));
    }

    private static void send(ConfigurableApplicationContext service, String jar, JarCommand command) {
        service.getBean(Commands.class).send(new JarInstruction(jar, command), ORIGIN, HAPPENED);
    }
}
