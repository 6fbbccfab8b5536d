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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
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
    private static final String NEVER_GIVES_UP = "--guanxi.event-log.command-attempts=100";
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
        try (var one = JarService.start(uri, NEVER_GIVES_UP);
                var two = JarService.start(uri, NEVER_GIVES_UP);
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

    @Test
    void aPausedProcessIsSucceededAndWhenItWakesUpItWritesNothing() {
        String uri = store.uri() + "/paused";
        String patience = "--guanxi.event-log.token-claim-timeout=2s";
        try (var one = JarService.start(uri, patience)) {
            place(one, "acme/1");
            JarFollower paused = one.getBean(JarFollower.class);
            await().atMost(SOON).until(() -> paused.seen().size() == 1);
            paused.pause();
            try (var two = JarService.start(uri, patience)) {
                JarFollower next = two.getBean(JarFollower.class);
                addCoins(two, "acme/1", 3);
                await().atMost(Duration.ofSeconds(30)).until(() -> next.seen().size() == 3);

                paused.goOn();
                await().atMost(SOON).until(() -> !paused.refused().isEmpty());
                addCoins(one, "acme/1", 2);
                await().atMost(SOON).until(() -> next.seen().size() == 5);

                assertThat(paused.seen()).hasSize(1);
                assertThat(next.diaryOf("acme/1")).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
            }
        }
    }

    @Test
    void whenAProcessEndsTheOtherGoesOnWithItsSegments() {
        String uri = store.uri() + "/ending";
        String segments = "--axon.eventhandling.processors.jar-follower.initial-segment-count=4";
        List<RecordedEvent> all = new ArrayList<>();
        try (var two = JarService.start(uri, segments)) {
            try (var one = JarService.start(uri, segments)) {
                placeMany(one, 0, 20);
                await().atMost(SOON).until(() -> seenBy(one, two).size() == 20);
                all.addAll(one.getBean(JarFollower.class).seen());
            }
            placeMany(two, 20, 40);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> all.size() + seenBy(two).size() == 40);
            all.addAll(seenBy(two));
        }
        assertEachOnce(40, all);
    }

    @Test
    void aSegmentIsSplitAndMergedWithoutLosingAnEvent() throws Exception {
        try (var service = JarService.start(store.uri() + "/split")) {
            StreamingEventProcessor processor = service.getBean(Configuration.class)
                    .eventProcessingConfiguration()
                    .eventProcessor("jar-follower", StreamingEventProcessor.class)
                    .orElseThrow();
            placeMany(service, 0, 10);
            await().atMost(SOON).until(() -> processor.processingStatus().size() == 1);
            assertThat(processor.splitSegment(0).get(10, TimeUnit.SECONDS)).isTrue();
            placeMany(service, 10, 20);
            await().atMost(SOON).until(() -> processor.processingStatus().size() == 2);
            assertThat(processor.mergeSegment(1).get(10, TimeUnit.SECONDS)).isTrue();
            placeMany(service, 20, 30);

            // After a merge Axon's pooled processors hand out again what one half was ahead of the other.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> seenBy(service).stream()
                            .map(RecordedEvent::position)
                            .collect(Collectors.toSet())
                            .equals(LongStream.range(0, 30).boxed().collect(Collectors.toSet())));
            assertThat(processor.processingStatus()).hasSize(1);
        }
    }

    private static List<RecordedEvent> seenBy(ConfigurableApplicationContext... services) {
        return Arrays.stream(services)
                .flatMap(service -> service.getBean(JarFollower.class).seen().stream())
                .toList();
    }

    private static void assertEachOnce(long events, List<RecordedEvent> seen) {
        assertThat(seen)
                .extracting(RecordedEvent::position)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, events).boxed().toList());
    }

    private static void placeMany(ConfigurableApplicationContext service, int from, int to) {
        for (int n = from; n < to; n++) {
            place(service, "acme/" + n);
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
