package io.guanxi.eventing.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;

import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.audit.LogScan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/**
 * What a service keeps in its database beside the log.
 *
 * <p>All that follows from the log must go when the log becomes shorter: views and snapshots would be ahead of it, and
 * followers would wait for positions that are not there. So must the answers under idempotency keys, and jobs: what they
 * tell of may be gone. What comes from elsewhere stays: dead letters, the keys of contact data, the diary of reviews.
 */
final class KeptState {

    private static final Set<String> FOLLOWS_FROM_THE_LOG =
            Set.of("snapshots", "tokens", "checkpoints", "view_rebuilds", "idempotency_keys", "jobs");

    private static final String VIEWS = "view_";
    private static final String PARKED = "parked_events";
    private static final String CHECKPOINTS = "checkpoints";
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final MongoDatabase database;

    KeptState(MongoDatabase database) {
        this.database = database;
    }

    /**
     * Whether an instance shows that it is alive within a time. One that was stopped has given its claims back, and nothing
     * is waited for; of one that was killed the claims are still there, and do not move.
     */
    boolean isInUse(Duration within) throws InterruptedException {
        Map<Object, Object> before = claims();
        long until = System.nanoTime() + within.toNanos();
        while (!before.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(LOOK_EVERY);
            if (!claims().equals(before)) {
                return true;
            }
        }
        return false;
    }

    private Map<Object, Object> claims() {
        Map<Object, Object> claims = new HashMap<>();
        for (Document checkpoint : database.getCollection(CHECKPOINTS).find()) {
            if (checkpoint.get("owner") != null) {
                claims.put(checkpoint.get("_id"), List.of(checkpoint.get("term", 0L), checkpoint.get("beat", 0L)));
            }
        }
        return claims;
    }

    /** @return the names of the collections that are gone */
    Set<String> dropWhatFollowsFromTheLog() {
        Set<String> dropped = new TreeSet<>();
        for (String name : database.listCollectionNames().into(new ArrayList<>())) {
            if (FOLLOWS_FROM_THE_LOG.contains(name) || name.startsWith(VIEWS)) {
                database.getCollection(name).drop();
                dropped.add(name);
            }
        }
        return dropped;
    }

    Set<TopicPartition> parkedFrom() {
        Set<TopicPartition> partitions = new HashSet<>();
        for (Document parked :
                database.getCollection(PARKED).find().projection(new Document("topic", 1).append("partition", 1))) {
            partitions.add(new TopicPartition(parked.getString("topic"), parked.getInteger("partition")));
        }
        return partitions;
    }

    /**
     * Forgets the parked events that will come again; those that are no longer on their topic stay.
     *
     * @param again from which offset on each partition is read again
     * @return how many are forgotten
     */
    long dropParked(Map<TopicPartition, Long> again) {
        return again.entrySet().stream()
                .mapToLong(from -> database.getCollection(PARKED)
                        .deleteMany(and(
                                eq("topic", from.getKey().topic()),
                                eq("partition", from.getKey().partition()),
                                gte("offset", from.getValue())))
                        .getDeletedCount())
                .sum();
    }

    /** Gives the log another name, under which nobody looks for it. Nothing is deleted. */
    String setLogAside(long end) {
        Set<String> present = database.listCollectionNames().into(new TreeSet<>());
        String name = LogScan.EVENTS + "_until_" + end;
        for (int copy = 2; present.contains(name); copy++) {
            name = LogScan.EVENTS + "_until_" + end + "_" + copy;
        }
        database.getCollection(LogScan.EVENTS).renameCollection(new MongoNamespace(database.getName(), name));
        return name;
    }
}
