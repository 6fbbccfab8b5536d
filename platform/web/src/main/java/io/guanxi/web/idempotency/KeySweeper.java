package io.guanxi.web.idempotency;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.currentDate;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets keys that are older than the retention. A server that knows expiring documents does it by an index; for one that
 * does not, old keys are removed here, some at a time, by the store's clock.
 */
final class KeySweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeySweeper.class);
    private static final int AT_A_TIME = 1_000;
    private static final int ROUNDS = 20;
    private static final int INDEX_OPTIONS_CONFLICT = 85;
    /** The document whose time is the store's present; no key has such an id, which would have a slash. */
    private static final String CLOCK = "clock";

    private final MongoDatabase database;
    private final MongoCollection<Document> keys;
    private final Duration retention;
    private final ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("idempotency-sweep").daemon().factory());
    private boolean indexed;

    KeySweeper(MongoDatabase database, Duration retention) {
        this.database = database;
        this.keys = database.getCollection(KeyStore.COLLECTION);
        this.retention = retention;
    }

    void start(Duration interval) {
        schedule.scheduleWithFixedDelay(this::sweepQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void sweepQuietly() {
        try {
            if (!indexed) {
                index();
                indexed = true;
            }
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("old idempotency keys were not removed this time: {}", e.toString());
        }
    }

    /** @return how many keys were removed */
    long sweep() {
        Date before = Date.from(storeTime().minus(retention));
        long removed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Object> old = keys.find(lt(KeyStore.SINCE, before))
                    .projection(include("_id"))
                    .limit(AT_A_TIME)
                    .map(key -> key.get("_id"))
                    .into(new ArrayList<>());
            if (!old.isEmpty()) {
                removed += keys.deleteMany(in("_id", old)).getDeletedCount();
            }
            if (old.size() < AT_A_TIME) {
                break;
            }
        }
        return removed;
    }

    private Instant storeTime() {
        Document clock = keys.findOneAndUpdate(
                eq(CLOCK),
                currentDate("now"),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (clock == null) {
            throw new IllegalStateException("the store returned no document after an upsert");
        }
        return clock.getDate("now").toInstant();
    }

    private void index() {
        long seconds = retention.toSeconds();
        try {
            keys.createIndex(
                    Indexes.ascending(KeyStore.SINCE), new IndexOptions().expireAfter(seconds, TimeUnit.SECONDS));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() != INDEX_OPTIONS_CONFLICT) {
                throw e;
            }
            // The index is there with another retention.
            database.runCommand(new Document("collMod", KeyStore.COLLECTION)
                    .append(
                            "index",
                            new Document("keyPattern", new Document(KeyStore.SINCE, 1))
                                    .append("expireAfterSeconds", seconds)));
        }
    }

    @Override
    public void close() {
        schedule.shutdownNow();
    }
}
