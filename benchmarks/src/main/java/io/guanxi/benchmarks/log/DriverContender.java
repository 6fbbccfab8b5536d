package io.guanxi.benchmarks.log;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;

/** The limit: one document of the same size for a commit, no index beside the id, no decoding beyond the driver's own. */
final class DriverContender implements Contender {

    private static final String COUNT = "n";

    private final MongoCollection<Document> documents;
    private final Supplier<Footprint> footprint;
    private final AtomicLong next = new AtomicLong();

    DriverContender(MongoCollection<Document> documents, Supplier<Footprint> footprint) {
        this.documents = documents;
        this.footprint = footprint;
    }

    @Override
    public String name() {
        return MongoContenders.DRIVER;
    }

    @Override
    public void append(List<DomainEventMessage<?>> commit) {
        documents.insertOne(new Document("_id", next.getAndIncrement())
                .append(COUNT, commit.size())
                .append("stream", commit.getFirst().getAggregateIdentifier())
                .append("version", commit.getFirst().getSequenceNumber())
                .append("commit", commit.getFirst().getIdentifier())
                .append("events", commit.stream().map(DriverContender::document).toList()));
    }

    private static Document document(DomainEventMessage<?> event) {
        Document document = new Document("id", event.getIdentifier())
                .append("name", "bench.order-paid")
                .append("revision", "1")
                .append("body", SampleEvents.CATALOGUE.toJson(event.getPayload()))
                .append("recorded", event.getTimestamp().toString());
        document.putAll(event.getMetaData());
        return document;
    }

    @Override
    public long replay(long most, long deadlineNanos, boolean payloads) {
        long read = 0;
        try (MongoCursor<Document> cursor = documents
                .find()
                .sort(ascending("_id"))
                .batchSize(MongoContenders.READ_BATCH)
                .iterator()) {
            while (read < most && System.nanoTime() < deadlineNanos && cursor.hasNext()) {
                read += cursor.next().getInteger(COUNT);
            }
        }
        return read;
    }

    @Override
    public int fillCommit() {
        return 1;
    }

    @Override
    public Footprint footprint() {
        return footprint.get();
    }

    @Override
    public void close() {
        // The client belongs to all.
    }
}
