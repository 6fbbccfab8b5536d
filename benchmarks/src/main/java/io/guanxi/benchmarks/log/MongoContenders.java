package io.guanxi.benchmarks.log;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.benchmarks.log.Contender.Footprint;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.axon.ChainedEventStorageEngine;
import io.guanxi.eventlog.axon.Snapshots;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.bson.Document;
import org.springframework.util.unit.DataSize;

/** The contenders that speak MongoDB's protocol: one client, majority concerns and the same batch size for all. */
final class MongoContenders implements AutoCloseable {

    static final String OURS = "Guanxi event log";
    static final String PER_EVENT = "axon-mongo 4.12";
    static final String PER_COMMIT = "axon-mongo, document per commit";
    static final String DRIVER = "bare driver";

    static final List<String> NAMES = List.of(OURS, PER_EVENT, PER_COMMIT, DRIVER);

    static final int READ_BATCH = 500;

    private static final String PREFIX = "guanxi_bench_";
    private static final int SNAPSHOT_EVERY = 100;
    private static final int FILL_COMMIT = 50;

    private final MongoClient client;
    private final LogClock clock;

    MongoContenders(String uri, LogClock clock) {
        this.client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .build());
        this.clock = clock;
    }

    Contender ours(String label) {
        MongoDatabase database = database(label, "ours");
        EventLogProperties properties = new EventLogProperties(
                EventLogProperties.Durability.MAJORITY,
                Duration.ofSeconds(10),
                500,
                DataSize.ofMegabytes(8),
                Duration.ofMillis(50),
                READ_BATCH,
                2000,
                SNAPSHOT_EVERY,
                10,
                Duration.ofSeconds(10),
                null);
        MongoEventLog log = MongoEventLog.open(database, properties, new EventLogMetrics(new SimpleMeterRegistry()));
        ChainedEventStorageEngine engine = ChainedEventStorageEngine.of(
                log,
                new Snapshots(database),
                SampleEvents.CATALOGUE,
                NoOpEventUpcaster.INSTANCE,
                READ_BATCH,
                SNAPSHOT_EVERY);
        return new EngineContender(
                OURS,
                engine,
                NoTransactionManager.INSTANCE,
                1,
                () -> footprint(database, "events"),
                GlobalSequenceTrackingToken::new,
                log::close);
    }

    Contender documentPerEvent(String label) {
        return axon(PER_EVENT, FILL_COMMIT, database(label, "axon_event"), new DocumentPerEventStorageStrategy());
    }

    Contender documentPerCommit(String label) {
        return axon(PER_COMMIT, 1, database(label, "axon_commit"), new DocumentPerCommitStorageStrategy());
    }

    private Contender axon(String name, int fillCommit, MongoDatabase database, StorageStrategy strategy) {
        MongoEventStorageEngine engine = MongoEventStorageEngine.builder()
                .mongoTemplate(
                        DefaultMongoTemplate.builder().mongoDatabase(database).build())
                .eventSerializer(new SameBodies())
                .snapshotSerializer(SampleEvents.snapshotSerializer())
                .storageStrategy(strategy)
                .batchSize(READ_BATCH)
                .build();
        return new EngineContender(
                name,
                engine,
                NoTransactionManager.INSTANCE,
                fillCommit,
                () -> footprint(database, "domainevents"),
                position -> engine.createTokenAt(clock.at(position)),
                () -> {});
    }

    Contender driver(String label) {
        MongoDatabase database = database(label, "driver");
        return new DriverContender(database.getCollection("documents"), () -> footprint(database, "documents"));
    }

    /** The databases of one run are told apart from whatever else is on the server. */
    private MongoDatabase database(String label, String contender) {
        return client.getDatabase(PREFIX + label + "_" + contender);
    }

    /** A checkpoint first, because a server counts what its files hold. Not every server does, or lets one ask. */
    private Footprint footprint(MongoDatabase database, String collection) {
        try {
            client.getDatabase("admin").runCommand(new Document("fsync", 1));
            Document stats = database.runCommand(new Document("collStats", collection));
            long indexes = number(stats, "totalIndexSize");
            return new Footprint(number(stats, "storageSize") + indexes, indexes);
        } catch (MongoCommandException refused) {
            return Footprint.UNKNOWN;
        }
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }

    /** Also the indexes, which are not made again when collections are. */
    void dropDatabases() {
        for (String name : client.listDatabaseNames()) {
            if (name.startsWith(PREFIX)) {
                client.getDatabase(name).drop();
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
