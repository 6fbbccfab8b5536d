package io.guanxi.eventlog.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.SampleEvents;
import io.guanxi.eventlog.UnknownEvent;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.StoredEvent;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.mongo.TestLogs;
import io.guanxi.eventlog.sample.JarEvent.JarPlaced;
import io.guanxi.eventlog.sample.JarEvent.JarSealed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events that became several, and events that are no more, for aggregates and for readers. */
@Timeout(60)
class UpcastingTest {

    private static final Map<String, String> BODIES = Map.of(
            "jar.placed", "{\"label\":\"hall\",\"placedAt\":\"2020-02-29T12:00:00Z\"}",
            "jar.filled-and-sealed", "{\"coins\":3}",
            "jar.dusted", "{}",
            "jar.broken", "{}");

    private static final EventCatalogue CATALOGUE = EventCatalogue.builder()
            .event("jar.placed", JarPlaced.class)
            .event("jar.sealed", JarSealed.class)
            .build();

    private static final JarPlaced PLACED = new JarPlaced("hall", Instant.parse("2020-02-29T12:00:00Z"), null);

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoEventLog log;
    private ChainedEventStorageEngine engine;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        MongoDatabase database = client.getDatabase("log");
        log = TestLogs.open(database);
        engine = ChainedEventStorageEngine.of(
                log, new Snapshots(database), CATALOGUE, new SealedTwiceAndNeverDusted(), 3, 100);
    }

    @AfterEach
    void stop() {
        log.close();
        client.close();
        store.close();
    }

    @Test
    void anAggregateIsLoadedFromWhatItsEventsHaveBecome() {
        append("acme/1", "jar.placed", "jar.dusted", "jar.filled-and-sealed", "jar.dusted");

        DomainEventStream events = engine.readEvents("acme/1", 0);

        assertThat(events.asStream().map(EventMessage::getPayload).map(Object.class::cast))
                .containsExactly(PLACED, new JarSealed(3), new JarSealed(3));
        assertThat(events.getLastSequenceNumber()).isEqualTo(3);
        assertThat(engine.lastSequenceNumberFor("acme/1")).contains(3L);
    }

    @Test
    void anAggregateOfWhichNothingIsLeftStillHasItsPlaceInTheStream() {
        append("acme/1", "jar.dusted", "jar.dusted");

        DomainEventStream events = engine.readEvents("acme/1", 0);

        assertThat(events.hasNext()).isFalse();
        assertThat(events.getLastSequenceNumber()).isEqualTo(1);
    }

    @Test
    void aReaderIsHandedAllPartsOfAnEventUnderItsPositionAndNoneOfARemovedOne() throws InterruptedException {
        append("acme/1", "jar.dusted", "jar.placed", "jar.dusted", "jar.dusted");
        append("acme/2", "jar.filled-and-sealed", "jar.dusted", "jar.filled-and-sealed");
        append("acme/3", "jar.dusted", "jar.dusted", "jar.dusted");
        append("acme/4", "jar.placed");

        assertThat(follow(5)).containsExactly("1 placed", "4 sealed", "4 sealed", "6 sealed", "6 sealed", "10 placed");
        assertThat(engine.readEvents(null, false).map(UpcastingTest::text))
                .containsExactly("1 placed", "4 sealed", "4 sealed", "6 sealed", "6 sealed", "10 placed");
    }

    @Test
    void aReaderThatBeginsAfterAnEventIsHandedNoPartOfIt() {
        append("acme/1", "jar.filled-and-sealed", "jar.filled-and-sealed");

        assertThat(engine.readEvents(new GlobalSequenceTrackingToken(0), false).map(UpcastingTest::text))
                .containsExactly("1 sealed", "1 sealed");
    }

    @Test
    void ofAnEventThatCannotBeReadInOnePartNoPartIsHandedOut() throws InterruptedException {
        append("acme/1", "jar.placed", "jar.filled-and-sealed", "jar.broken", "jar.placed");

        try (LogTail tail = new LogTail(engine, Duration.ofMillis(5), 100)) {
            LogStream stream = tail.open(-1);
            List<String> read = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                read.add(text(stream.nextAvailable()));
            }
            assertThat(read).containsExactly("0 placed", "1 sealed", "1 sealed");
            assertThatThrownBy(stream::hasNextAvailable).isInstanceOf(UnknownEvent.class);
        }
    }

    private List<String> follow(int tailEvents) throws InterruptedException {
        try (LogTail tail = new LogTail(engine, Duration.ofMillis(5), tailEvents)) {
            LogStream stream = tail.open(-1);
            List<String> read = new ArrayList<>();
            do {
                read.add(text(stream.nextAvailable()));
            } while (stream.hasNextAvailable());
            return read;
        }
    }

    private static String text(TrackedEventMessage<?> event) {
        long position = ChainedEventStorageEngine.positionOf(event.trackingToken());
        return position + (event.getPayload() instanceof JarPlaced ? " placed" : " sealed");
    }

    private void append(String stream, String... names) {
        List<StoredEvent> events = IntStream.range(0, names.length)
                .mapToObj(n -> new StoredEvent(
                        stream + "-" + n,
                        names[n],
                        "1",
                        BODIES.getOrDefault(names[n], ""),
                        Instant.EPOCH,
                        SampleEvents.PROVENANCE))
                .toList();
        assertThat(Arrays.asList(names)).isSubsetOf(BODIES.keySet());
        log.append(new Commit(stream + "-commit", stream, 0, events));
    }

    /** {@code jar.filled-and-sealed} became two events, {@code jar.broken} a readable and an unknown one; dusting is gone. */
    private static final class SealedTwiceAndNeverDusted implements EventUpcaster {

        @Override
        public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> events) {
            return events.flatMap(event -> switch (event.getType().getName()) {
                case "jar.filled-and-sealed" -> Stream.of(as(event, "jar.sealed"), as(event, "jar.sealed"));
                case "jar.broken" -> Stream.of(as(event, "jar.sealed"), as(event, "jar.unknown"));
                case "jar.dusted" -> Stream.empty();
                default -> Stream.of(event);
            });
        }

        private static IntermediateEventRepresentation as(IntermediateEventRepresentation event, String name) {
            return event.upcastPayload(
                    new SimpleSerializedType(name, "1"), JsonNode.class, body -> ((ObjectNode) body).deepCopy());
        }
    }
}
