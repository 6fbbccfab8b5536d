package io.guanxi.eventlog.proof.engine;

import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.axon.ChainedEventStorageEngine;
import io.guanxi.eventlog.axon.ChainedEventStore;
import io.guanxi.eventlog.axon.Snapshots;
import io.guanxi.eventlog.axon.TokenSerializer;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.chain.StoredEvent;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.DefaultEventBusSpanFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.monitoring.NoOpMessageMonitor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.tracing.NoOpSpanFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** An engine at work, with the event store that readers follow. */
public final class OpenLog implements AutoCloseable {

    /** Shorter than a run, so that a writer is told of a store that stays away. */
    private static final Duration APPEND_TIMEOUT = Duration.ofSeconds(3);

    private final EventStorageEngine storage;
    private final EventStore store;
    private final @Nullable MongoEventLog log;
    private final Runnable closing;

    private OpenLog(EventStorageEngine storage, EventStore store, @Nullable MongoEventLog log, Runnable closing) {
        this.storage = storage;
        this.store = store;
        this.log = log;
        this.closing = closing;
    }

    static OpenLog chained(MongoDatabase database) {
        EventLogProperties properties = properties();
        MongoEventLog log = MongoEventLog.open(database, properties, new EventLogMetrics(new SimpleMeterRegistry()));
        EventCatalogue catalogue =
                EventCatalogue.builder().event("proof.happened", Happened.class).build();
        ChainedEventStorageEngine engine = ChainedEventStorageEngine.of(
                log, new Snapshots(database), catalogue, NoOpEventUpcaster.INSTANCE, properties.readBatch(), 100);
        ChainedEventStore store = ChainedEventStore.of(
                engine,
                properties,
                NoOpMessageMonitor.instance(),
                DefaultEventBusSpanFactory.builder()
                        .spanFactory(NoOpSpanFactory.INSTANCE)
                        .build());
        return new OpenLog(engine, store, log, () -> {
            store.close();
            log.close();
        });
    }

    static OpenLog axon(MongoTemplate template, StorageStrategy strategy) {
        Serializer serializer = TokenSerializer.create();
        MongoEventStorageEngine engine = MongoEventStorageEngine.builder()
                .mongoTemplate(template)
                .storageStrategy(strategy)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        EmbeddedEventStore store = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(50)
                .build();
        return new OpenLog(engine, store, null, store::shutDown);
    }

    private static EventLogProperties properties() {
        return new EventLogProperties(
                EventLogProperties.Durability.MAJORITY,
                APPEND_TIMEOUT,
                100,
                DataSize.ofMegabytes(8),
                Duration.ofMillis(50),
                50,
                200,
                100,
                10,
                Duration.ofSeconds(2),
                null);
    }

    public EventStorageEngine storage() {
        return storage;
    }

    public EventStore store() {
        return store;
    }

    /** Through Axon. */
    public void append(Attempt attempt) {
        storage.appendEvents(attempt.messages());
    }

    /** Beside Axon where the engine has such a door, since it tells the position; elsewhere through Axon. */
    public long appendForPosition(Attempt attempt) {
        if (log == null) {
            append(attempt);
            return -1;
        }
        List<StoredEvent> events =
                attempt.messages().stream().map(OpenLog::stored).toList();
        return log.append(new Commit(attempt.commit(), attempt.stream(), attempt.version(), events));
    }

    private static StoredEvent stored(DomainEventMessage<Happened> message) {
        return new StoredEvent(
                message.getIdentifier(),
                "proof.happened",
                "1",
                "{\"number\":" + message.getPayload().number() + "}",
                message.getTimestamp(),
                Provenance.of(message.getMetaData()));
    }

    @Override
    public void close() {
        closing.run();
    }
}
