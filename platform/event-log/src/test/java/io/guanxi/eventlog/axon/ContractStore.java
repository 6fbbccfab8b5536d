package io.guanxi.eventlog.axon;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.mongo.TestLogs;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;

/** An empty log for one of Axon's own tests, whose events are texts. */
public final class ContractStore implements AutoCloseable {

    static final int READ_BATCH = 50;

    private static final EventCatalogue TEXTS =
            EventCatalogue.builder().event("sample.text", String.class).build();

    private final EmbeddedStore store;
    private final MongoClient client;
    private final MongoDatabase database;
    private final MongoEventLog log;

    public ContractStore(Path folder) {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        database = client.getDatabase("log");
        log = TestLogs.open(database);
    }

    public OriginGivingEngine engine(UnaryOperator<AbstractEventStorageEngine.Builder> options) {
        return OriginGivingEngine.over(
                ChainedEventStorageEngine.of(log, new Snapshots(database), TEXTS, READ_BATCH, 1_000, options::apply));
    }

    @Override
    public void close() {
        log.close();
        client.close();
        store.close();
    }
}
