package io.guanxi.benchmarks.loyalty;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.benchmarks.log.StoreProcess;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.axon.ChainedEventStorageEngine;
import io.guanxi.eventlog.axon.Snapshots;
import io.guanxi.eventlog.chain.Provenance;
import io.guanxi.eventlog.mongo.MongoEventLog;
import io.guanxi.eventlog.signals.EventLogMetrics;
import io.guanxi.loyalty.LoyaltyEventNames;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.rehearsal.domain.RecordedChange;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.util.unit.DataSize;

/** Years of orders in an event log, each event in the commit in which it would have been stored. */
final class StoredYears implements AutoCloseable {

    private static final int READ_BATCH = 500;
    private static final int WRITERS = 8;

    private final StoreProcess store;
    private final MongoClient client;
    private final MongoEventLog log;
    private final ChainedEventStorageEngine engine;

    private StoredYears(StoreProcess store, MongoClient client, MongoEventLog log, ChainedEventStorageEngine engine) {
        this.store = store;
        this.client = client;
        this.log = log;
        this.engine = engine;
    }

    static StoredYears of(int accounts) throws IOException {
        StoreProcess store = StoreProcess.start();
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .writeConcern(WriteConcern.MAJORITY)
                .readConcern(ReadConcern.MAJORITY)
                .build());
        MongoDatabase database = client.getDatabase("guanxi_bench_loyalty");
        MongoEventLog log = MongoEventLog.open(database, properties(), new EventLogMetrics(new SimpleMeterRegistry()));
        ChainedEventStorageEngine engine = ChainedEventStorageEngine.of(
                log,
                new Snapshots(database),
                LoyaltyEventNames.catalogue(),
                NoOpEventUpcaster.INSTANCE,
                READ_BATCH,
                Integer.MAX_VALUE);
        var years = new StoredYears(store, client, log, engine);
        years.write(accounts);
        return years;
    }

    private static EventLogProperties properties() {
        return new EventLogProperties(
                EventLogProperties.Durability.MAJORITY,
                Duration.ofSeconds(10),
                500,
                DataSize.ofMegabytes(8),
                Duration.ofMillis(50),
                READ_BATCH,
                2000,
                100,
                10,
                Duration.ofSeconds(10),
                null);
    }

    /** Many at once, for the log stores together what comes together. */
    private void write(int accounts) {
        var writers = new ArrayList<Thread>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int first = writer;
            writers.add(Thread.ofPlatform().start(() -> {
                for (int number = first; number < accounts; number += WRITERS) {
                    write(YearOfOrders.account(number), YearOfOrders.commits(number));
                }
            }));
        }
        writers.forEach(StoredYears::await);
    }

    private static void await(Thread writer) {
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while years were written", e);
        }
    }

    private void write(String account, List<List<RecordedChange>> commits) {
        long sequence = 0;
        for (List<RecordedChange> commit : commits) {
            var messages = new ArrayList<DomainEventMessage<?>>();
            for (RecordedChange change : commit) {
                messages.add(message(account, sequence++, change));
            }
            engine.appendEvents(messages);
        }
    }

    private static DomainEventMessage<?> message(String account, long sequence, RecordedChange change) {
        return new GenericDomainEventMessage<>(
                "LoyaltyAccountAggregate",
                account,
                sequence,
                change.event(),
                Map.of(
                        Provenance.TENANT,
                        YearOfOrders.TENANT,
                        Provenance.HAPPENED,
                        change.happened().toString(),
                        Provenance.CORRELATION,
                        "bench"),
                UUID.randomUUID().toString(),
                change.recorded());
    }

    /** As the service reads an account's history. */
    List<RecordedChange> changes(int number) {
        return engine.readEvents(YearOfOrders.account(number), 0)
                .asStream()
                .map(message -> new RecordedChange(
                        (LoyaltyEvent) message.getPayload(),
                        Provenance.of(message.getMetaData()).happened(),
                        message.getTimestamp()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        log.close();
        client.close();
        store.close();
    }
}
