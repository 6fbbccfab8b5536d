package io.guanxi.eventing.follow;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far each follower is, and who may go on from there.
 *
 * <p>No wall clock: an owner changes its document now and then ({@link #beat}); who has seen it unchanged for the time-out by
 * its own monotonic clock takes the next term, in the same write that checks that it is still unchanged. A paused owner that
 * wakes up finds its term over when it writes.
 */
final class Checkpoints {

    private static final String POSITION = "position";
    private static final String OWNER = "owner";
    private static final String TERM = "term";
    private static final String BEAT = "beat";

    private final MongoCollection<Document> collection;
    private final String instance;
    private final Duration timeout;
    private final Sightings sightings;

    /**
     * @param instance who claims; an instance that comes back under the same name need not wait for its own time-out
     * @param timeout how long an owner must have been silent
     * @param nanoTime a monotonic clock
     */
    Checkpoints(MongoCollection<Document> collection, String instance, Duration timeout, LongSupplier nanoTime) {
        this.collection = collection;
        this.instance = instance;
        this.timeout = timeout;
        this.sightings = new Sightings(nanoTime);
    }

    /** @return empty while somebody else is at it */
    Optional<Claim> claim(String name) {
        Document found = collection.find(eq("_id", name)).first();
        if (found == null) {
            return begin(name);
        }
        if (!isFree(name, found)) {
            return Optional.empty();
        }
        long term = found.getLong(TERM);
        Bson unchanged = and(eq("_id", name), eq(TERM, term), eq(BEAT, found.getLong(BEAT)));
        boolean won = collection
                        .updateOne(unchanged, combine(set(OWNER, instance), set(TERM, term + 1)))
                        .getMatchedCount()
                == 1;
        sightings.forget(name);
        return won ? Optional.of(new Claim(name, term + 1, found.getLong(POSITION))) : Optional.empty();
    }

    private Optional<Claim> begin(String name) {
        try {
            collection.insertOne(new Document("_id", name)
                    .append(POSITION, EventSource.NOTHING)
                    .append(OWNER, instance)
                    .append(TERM, 1L)
                    .append(BEAT, 0L));
            return Optional.of(new Claim(name, 1, EventSource.NOTHING));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private boolean isFree(String name, Document found) {
        String owner = found.getString(OWNER);
        if (owner == null || owner.equals(instance)) {
            return true;
        }
        return sightings.silence(name, found.getLong(TERM), found.getLong(BEAT)).compareTo(timeout) >= 0;
    }

    /** Shows that the owner is alive. @return false if the claim is over */
    boolean beat(Claim claim) {
        return update(claim, inc(BEAT, 1L));
    }

    /** Notes that all events up to a position are done. @return null if the claim is over; then nothing is noted */
    @Nullable
    Claim advance(Claim claim, long position) {
        return update(claim, combine(set(POSITION, position), inc(BEAT, 1L))) ? claim.at(position) : null;
    }

    /** Lets another instance go on at once. */
    void release(Claim claim) {
        update(claim, set(OWNER, null));
    }

    private boolean update(Claim claim, Bson change) {
        return collection
                        .updateOne(and(eq("_id", claim.name()), eq(TERM, claim.term())), change)
                        .getMatchedCount()
                == 1;
    }
}
