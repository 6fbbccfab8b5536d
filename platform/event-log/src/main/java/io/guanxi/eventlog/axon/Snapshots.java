package io.guanxi.eventlog.axon;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.bson.Document;

/** One snapshot per stream, replaced by newer ones; a shortcut that may be lost or thrown away at any time. */
public final class Snapshots {

    private static final String COLLECTION = "snapshots";
    private static final String STREAM = "_id";
    private static final String VERSION = "version";
    private static final String TYPE = "type";
    private static final String REVISION = "revision";
    private static final String BODY = "body";
    private static final String RECORDED = "recorded";

    private final MongoCollection<Document> snapshots;

    public Snapshots(MongoDatabase database) {
        this.snapshots = database.getCollection(COLLECTION);
    }

    /** Does nothing if there is one of the same revision that is as new. */
    public void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        Document document = document(snapshot, serializer);
        Document present =
                snapshots.find(eq(STREAM, document.getString(STREAM))).first();
        if (present == null) {
            insert(document);
        } else if (present.getLong(VERSION) < document.getLong(VERSION)
                || !Objects.equals(present.getString(REVISION), document.getString(REVISION))) {
            snapshots.replaceOne(
                    and(eq(STREAM, document.getString(STREAM)), eq(VERSION, present.getLong(VERSION))), document);
        }
    }

    private void insert(Document document) {
        try {
            snapshots.insertOne(document);
        } catch (MongoWriteException e) {
            // A duplicate means that another process took a snapshot just now; either will do.
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static Document document(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<String> body = snapshot.serializePayload(serializer, String.class);
        return new Document(STREAM, snapshot.getAggregateIdentifier())
                .append(VERSION, snapshot.getSequenceNumber())
                .append(TYPE, body.getType().getName())
                .append(REVISION, body.getType().getRevision())
                .append(BODY, body.getData())
                .append(RECORDED, snapshot.getTimestamp().toString());
    }

    /** The snapshot, unless its class is gone or has another {@code @Revision} now. */
    public Optional<DomainEventData<?>> find(String stream, Serializer serializer) {
        return Optional.ofNullable(snapshots.find(eq(STREAM, stream)).first())
                .map(SnapshotData::of)
                .filter(snapshot ->
                        snapshot.type().equals(serializer.typeForClass(serializer.classForType(snapshot.type()))))
                .map(snapshot -> snapshot);
    }

    private record SnapshotData(String stream, long version, SerializedType type, String body, Instant recorded)
            implements DomainEventData<String> {

        static SnapshotData of(Document document) {
            return new SnapshotData(
                    document.getString(STREAM),
                    document.getLong(VERSION),
                    new SimpleSerializedType(document.getString(TYPE), document.getString(REVISION)),
                    document.getString(BODY),
                    Instant.parse(document.getString(RECORDED)));
        }

        @Override
        public String getType() {
            return StoredEventData.AGGREGATE_TYPE;
        }

        @Override
        public String getAggregateIdentifier() {
            return stream;
        }

        @Override
        public long getSequenceNumber() {
            return version;
        }

        @Override
        public String getEventIdentifier() {
            return "snapshot of " + stream + " at " + version;
        }

        @Override
        public Instant getTimestamp() {
            return recorded;
        }

        @Override
        public SerializedObject<String> getPayload() {
            return new SimpleSerializedObject<>(body, String.class, type);
        }

        @Override
        public SerializedObject<String> getMetaData() {
            return new SerializedMetaData<>("{}", String.class);
        }
    }
}
