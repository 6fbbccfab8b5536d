package io.guanxi.eventlog.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.chain.OutcomeUnknown;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real driver over a wire that is cut again and again. */
@Timeout(120)
class LosingConnectionsTest {

    private static final int WRITERS = 4;
    private static final int COMMITS = 30;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void everyCommitIsStoredOnceThoughRepliesAreLost(long seed) throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                CuttingProxy proxy = new CuttingProxy(store.port(), seed);
                MongoClient client = client(proxy.port());
                MongoEventLog log = TestLogs.open(client.getDatabase("log"));
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            proxy.cut(0.03);
            Map<String, Long> acknowledged = new ConcurrentHashMap<>();
            List<Callable<Object>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                String stream = "acme/" + i;
                writers.add(Executors.callable(() -> write(log, stream, acknowledged)));
            }
            for (Future<Object> writer : threads.invokeAll(writers)) {
                writer.get();
            }
            proxy.cut(0);

            List<Link> links = log.readAfter(-1, 10_000);
            assertThat(links).hasSize(WRITERS * COMMITS);
            links.forEach(
                    link -> assertThat(acknowledged).containsEntry(link.commit().id(), link.position()));
            assertThat(proxy.cuts()).isGreaterThan(2);
        }
    }

    @Test
    void aStoreThatStaysAwayIsToldToTheCaller() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
                CuttingProxy proxy = new CuttingProxy(store.port(), 0);
                MongoClient client = client(proxy.port());
                MongoEventLog log = MongoEventLog.open(
                        client.getDatabase("log"),
                        TestLogs.properties(Duration.ofMillis(200)),
                        new EventLogMetrics(new SimpleMeterRegistry()))) {
            log.append(TestLogs.commit("acme/1", 0, 1));
            proxy.cut(1);

            assertThatThrownBy(() -> log.append(TestLogs.commit("acme/1", 1, 1)))
                    .isInstanceOf(OutcomeUnknown.class);
            assertThatThrownBy(() -> log.append(TestLogs.commit("acme/1", 1, 1)))
                    .isInstanceOf(MongoException.class);

            proxy.cut(0);
            await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> isFound(client));
            assertThat(log.append(TestLogs.commit("acme/1", 1, 1))).isEqualTo(1);
        }
    }

    private static void write(MongoEventLog log, String stream, Map<String, Long> acknowledged) {
        for (long version = 0; version < COMMITS; version++) {
            Commit commit = TestLogs.commit(stream, version, 1);
            acknowledged.put(commit.id(), log.append(commit));
        }
    }

    /** The driver looks for its server now and then, and on a busy machine not as often as it should. */
    private static boolean isFound(MongoClient client) {
        return client.getDatabase("log").runCommand(new Document("ping", 1)).containsKey("ok");
    }

    /** Without the driver's own retries, so that all of them are ours. */
    private static MongoClient client(int port) {
        return MongoClients.create("mongodb://127.0.0.1:" + port
                + "/?retryWrites=false&retryReads=false&serverSelectionTimeoutMS=500&heartbeatFrequencyMS=500");
    }
}
