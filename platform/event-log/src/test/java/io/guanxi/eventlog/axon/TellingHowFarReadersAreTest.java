package io.guanxi.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.mongo.TestLogs;
import io.guanxi.eventlog.sample.JarEvent.JarSealed;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.guanxi.eventlog.signals.EventLogSignals;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TellingHowFarReadersAreTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final EventCatalogue CATALOGUE =
            EventCatalogue.builder().event("sample.happened", JarSealed.class).build();

    @TempDir
    Path folder;

    private final MeterRegistry registry = new SimpleMeterRegistry();

    private EmbeddedStore store;
    private MongoClient client;
    private MongoEventLog log;
    private LogTail tail;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        MongoDatabase database = client.getDatabase("log");
        log = TestLogs.open(database);
        ChainedEventStorageEngine engine = ChainedEventStorageEngine.of(
                log, new Snapshots(database), CATALOGUE, NoOpEventUpcaster.INSTANCE, 50, 100);
        tail = new LogTail(engine, Duration.ofMinutes(10), 100);
        new EventLogMetrics(registry).following(tail::lag, tail::readerLag);
    }

    @AfterEach
    void stop() {
        tail.close();
        log.close();
        client.close();
        store.close();
    }

    @Test
    void theTailLagsByWhatItHasNotReadAndItsReadersByWhatTheyWereNotHanded() throws InterruptedException {
        log.append(TestLogs.commit("acme/1", 0, 3));
        assertLags(0, 0);
        LogStream fast = tail.open(2);
        LogStream slow = tail.open(2);

        log.append(TestLogs.commit("acme/1", 3, 4));
        assertLags(4, 0);

        tail.wake();
        await().atMost(SOON).untilAsserted(() -> assertLags(0, 4));

        for (int i = 0; i < 4; i++) {
            fast.nextAvailable();
        }
        slow.nextAvailable();
        assertLags(0, 3);

        slow.close();
        assertLags(0, 0);
    }

    @Test
    void aLagThatCannotBeAskedForIsNoNumber() {
        tail.open(-1).close();
        log.close();
        client.close();

        assertThat(value(EventLogSignals.TAIL_LAG)).isNaN();
    }

    private void assertLags(double ofTheTail, double ofItsSlowestReader) {
        assertThat(value(EventLogSignals.TAIL_LAG)).isEqualTo(ofTheTail);
        assertThat(value(EventLogSignals.READER_LAG)).isEqualTo(ofItsSlowestReader);
    }

    private double value(EventLogSignals signal) {
        return registry.get(signal.meter()).gauge().value();
    }
}
