package io.guanxi.eventlog.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.chain.Shards;
import io.guanxi.eventlog.signals.EventLogMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/**
 * Several logs beside each other, for more commits than one primary can take. Each is a chain of its own in a collection of
 * its own, which the cluster may keep on a server of its own. A stream lives in one of them, so that what is promised of a
 * stream holds as before; between streams of two shards there is no order. A reader follows each shard with a token of its
 * own.
 */
public final class ShardedEventLog implements AutoCloseable {

    private static final String LAYOUT = "layout";
    private static final String SHARDS = "shards";
    private static final String COUNT = "count";

    private final Shards shards;
    private final List<MongoEventLog> logs;

    private ShardedEventLog(Shards shards, List<MongoEventLog> logs) {
        this.shards = shards;
        this.logs = List.copyOf(logs);
    }

    /**
     * Collection {@code events-0} and so on.
     *
     * @throws IllegalStateException if the database was begun with another number of shards
     */
    public static ShardedEventLog open(
            MongoDatabase database, Shards shards, EventLogProperties properties, EventLogMetrics metrics) {
        requireSameNumber(database, shards, properties);
        List<MongoEventLog> logs = new ArrayList<>();
        try {
            for (int shard = 0; shard < shards.count(); shard++) {
                logs.add(MongoEventLog.open(database, "events-" + shard, properties, metrics));
            }
        } catch (RuntimeException e) {
            logs.forEach(MongoEventLog::close);
            throw e;
        }
        return new ShardedEventLog(shards, logs);
    }

    /** Of several processes that begin at the same time, one decides. */
    private static void requireSameNumber(MongoDatabase database, Shards shards, EventLogProperties properties) {
        MongoCollection<Document> layout = database.getCollection(LAYOUT)
                .withWriteConcern(properties.durability().writeConcern());
        Document found = layout.findOneAndUpdate(
                eq(SHARDS),
                setOnInsert(COUNT, shards.count()),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        int present = Objects.requireNonNull(found, LAYOUT).getInteger(COUNT);
        if (present != shards.count()) {
            throw new IllegalStateException("the event log has " + present + " shards (expected: " + shards.count()
                    + "); another number needs a new database and a copy of the log");
        }
    }

    /** @see MongoEventLog#append */
    public long append(Commit commit) {
        return of(commit.stream()).append(commit);
    }

    /** @see MongoEventLog#readStream */
    public List<Link> readStream(String stream, long version) {
        return of(stream).readStream(stream, version);
    }

    /** The log in which a stream lives. */
    public MongoEventLog of(String stream) {
        return logs.get(shards.of(stream));
    }

    /** All of them, in the order of their numbers. */
    public List<MongoEventLog> logs() {
        return logs;
    }

    @Override
    public void close() {
        logs.forEach(MongoEventLog::close);
    }
}
