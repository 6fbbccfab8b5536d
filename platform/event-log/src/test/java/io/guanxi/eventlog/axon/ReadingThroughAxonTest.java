package io.guanxi.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.SampleEvents;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.chain.StoredEvent;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.mongo.TestLogs;
import io.guanxi.eventlog.sample.JarEvent.JarPlaced;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Timeout(60)
class ReadingThroughAxonTest {

    private static final Instant AT = Instant.parse("2020-02-29T12:00:00Z");

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;
    private MongoEventLog log;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        database = client.getDatabase("log");
        log = TestLogs.open(database);
    }

    @AfterEach
    void stop() {
        log.close();
        client.close();
        store.close();
    }

    @Test
    void anOldEventIsLiftedForTheAggregateAndForReadersAlike() {
        append("acme/1", "0", "{\"title\":\"kitchen\",\"placedAt\":\"2020-02-29T12:00:00Z\"}");
        append("acme/2", "1", "{\"label\":\"hall\",\"placedAt\":\"2020-02-29T12:00:00Z\"}");
        ChainedEventStorageEngine engine = engine(new TitleBecameLabel());

        assertThat(engine.readEvents("acme/1", 0)
                        .asStream()
                        .map(EventMessage::getPayload)
                        .map(Object.class::cast))
                .containsExactly(new JarPlaced("kitchen", AT, null));
        assertThat(engine.readEvents(null, false).map(EventMessage::getPayload).map(Object.class::cast))
                .containsExactly(new JarPlaced("kitchen", AT, null), new JarPlaced("hall", AT, null));
    }

    @Test
    void aReaderThatLagsBehindTheNewestEventsMissesNothing() throws InterruptedException {
        int total = 300;
        try (LogTail tail = new LogTail(engine(NoOpEventUpcaster.INSTANCE), Duration.ofMillis(1), 20)) {
            LogStream fast = tail.open(-1);
            LogStream slow = tail.open(-1);
            AtomicInteger arrivals = new AtomicInteger();
            fast.setOnAvailableCallback(arrivals::incrementAndGet);
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; i < total; i++) {
                    append("acme/" + i, "1", "{\"label\":\"l\"}");
                }
            });
            expectAll(fast, total);
            writer.join();
            expectAll(slow, total);

            assertThat(fast.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(slow.peek()).isEmpty();
            assertThat(arrivals).hasPositiveValue();
        }
    }

    @Test
    void tokensArePositions() {
        ChainedEventStorageEngine engine = engine(NoOpEventUpcaster.INSTANCE);
        assertThat(engine.createHeadToken()).isEqualTo(engine.createTailToken());

        append("acme/1", "1", "{}");
        append("acme/2", "1", "{}");

        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(0), false)
                        .map(TrackedEventMessage::trackingToken)
                        .map(Object.class::cast))
                .containsExactly(new GlobalSequenceTrackingToken(1));
        assertThat(engine.lastSequenceNumberFor("acme/1")).contains(0L);
        assertThat(engine.lastSequenceNumberFor("acme/3")).isEmpty();
    }

    @Test
    void whatAnotherEventCausedIsTheSameEventWhenItIsDecidedOnceMore() {
        ChainedEventStorageEngine engine = engine(NoOpEventUpcaster.INSTANCE);
        String first = identityOf(engine, "acme/1", 0, "cause-1");
        database.getCollection("events").drop();
        log.close();
        log = TestLogs.open(database);
        ChainedEventStorageEngine restored = engine(NoOpEventUpcaster.INSTANCE);

        assertThat(identityOf(restored, "acme/1", 0, "cause-1")).isEqualTo(first);
        assertThat(identityOf(restored, "acme/1", 1, "cause-1")).isNotEqualTo(first);
        assertThat(identityOf(restored, "acme/2", 0, "cause-1")).isNotEqualTo(first);
        assertThat(identityOf(restored, "acme/3", 0, "cause-2")).isNotEqualTo(first);
        assertThat(identityOf(restored, "acme/4", 0, null)).isEqualTo("drawn by chance");
    }

    private static String identityOf(ChainedEventStorageEngine engine, String stream, long sequence, String cause) {
        Provenance origin = new Provenance("acme", AT, "correlation-1", cause, null, null);
        engine.appendEvents(new GenericDomainEventMessage<>(
                "aggregate",
                stream,
                sequence,
                new JarPlaced("kitchen", AT, null),
                MetaData.from(origin.asMap()),
                "drawn by chance",
                AT));
        return engine.readEvents(stream, sequence).next().getIdentifier();
    }

    private static void expectAll(LogStream stream, int total) throws InterruptedException {
        for (long position = 0; position < total; position++) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
        }
    }

    private void append(String stream, String revision, String body) {
        StoredEvent event =
                new StoredEvent(stream + "-0", "jar.placed", revision, body, Instant.EPOCH, SampleEvents.PROVENANCE);
        log.append(new Commit(stream + "-commit", stream, 0, List.of(event)));
    }

    private ChainedEventStorageEngine engine(EventUpcaster upcaster) {
        EventCatalogue catalogue =
                EventCatalogue.builder().event("jar.placed", JarPlaced.class).build();
        return ChainedEventStorageEngine.of(log, new Snapshots(database), catalogue, upcaster, 50, 100);
    }

    /** As a service would write it. */
    private static final class TitleBecameLabel extends SingleEventUpcaster {

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(new SimpleSerializedType("jar.placed", "0"));
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(new SimpleSerializedType("jar.placed", "1"), JsonNode.class, body -> {
                ObjectNode lifted = (ObjectNode) body;
                lifted.set("label", lifted.remove("title"));
                return lifted;
            });
        }
    }
}
