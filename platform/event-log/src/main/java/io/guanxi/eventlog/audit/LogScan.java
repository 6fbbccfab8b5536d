package io.guanxi.eventlog.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.EventLogProperties.Durability;
import io.guanxi.eventlog.mongo.CommitDocuments;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/**
 * Reads a log as it stands, whatever is wrong with it. What has no number for a position is not part of a log: no reader
 * sees it, and neither does this one.
 */
public final class LogScan {

    /** Where the one log of a service is. */
    public static final String EVENTS = "events";

    private static final int PAGE = 500;

    private final MongoCollection<BsonDocument> events;

    private LogScan(MongoCollection<BsonDocument> events) {
        this.events = events;
    }

    /** @param collection {@link #EVENTS}, or one of several logs that share a database */
    public static LogScan of(MongoDatabase database, String collection, Durability durability) {
        return new LogScan(database.getCollection(collection, BsonDocument.class)
                .withReadConcern(durability.readConcern())
                .withWriteConcern(durability.writeConcern()));
    }

    /** The position after the last event; 0 in an empty log. */
    public long end() {
        BsonDocument last = events.find(gte(CommitDocuments.POSITION, 0L))
                .sort(descending(CommitDocuments.POSITION))
                .limit(1)
                .first();
        return last == null ? 0 : end(last);
    }

    private static long end(BsonDocument commit) {
        Long position = CommitFields.position(commit);
        Long count = CommitFields.count(commit);
        return (position == null ? 0 : position) + (count == null ? 1 : count);
    }

    /** Whether a commit ends and another one may begin here. */
    public Boundary boundaryAt(long position) {
        BsonDocument before = position == 0
                ? null
                : events.find(and(gte(CommitDocuments.POSITION, 0L), lt(CommitDocuments.POSITION, position)))
                        .sort(descending(CommitDocuments.POSITION))
                        .limit(1)
                        .first();
        Long begin = before == null ? null : CommitFields.position(before);
        return before == null || begin == null
                ? new Boundary(0, 0)
                : new Boundary(end(before) <= position ? end(before) : begin, end(before));
    }

    /** At most 500 commits that begin at or after {@code from} and before {@code end}, in order. */
    public List<BsonDocument> page(long from, long end) {
        return events.find(and(gte(CommitDocuments.POSITION, from), lt(CommitDocuments.POSITION, end)))
                .sort(ascending(CommitDocuments.POSITION))
                .limit(PAGE)
                .into(new ArrayList<>());
    }

    /** Where the page after one that ends with this commit begins. */
    public static long after(BsonDocument commit) {
        Long position = CommitFields.position(commit);
        return position == null ? Long.MAX_VALUE : position + 1;
    }

    /** The version after the last event of a stream before a position. */
    long versionBefore(String stream, long position) {
        BsonDocument last = events.find(and(eq(CommitDocuments.STREAM, stream), lt(CommitDocuments.POSITION, position)))
                .sort(descending(CommitDocuments.VERSION))
                .limit(1)
                .first();
        Long version = last == null ? null : CommitFields.version(last);
        List<BsonDocument> inside = last == null ? null : CommitFields.events(last);
        return version == null || inside == null ? 0 : version + inside.size();
    }

    /**
     * The nearest places where a commit ends.
     *
     * @param before the last one at or before the position
     * @param after the first one at or after it, or the end of the log; equal to {@code before} at a boundary
     */
    public record Boundary(long before, long after) {}
}
