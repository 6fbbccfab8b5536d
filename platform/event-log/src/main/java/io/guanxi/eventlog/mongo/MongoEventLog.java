package io.guanxi.eventlog.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.chain.ChainBroken;
import io.guanxi.eventlog.chain.Commit;
import io.guanxi.eventlog.chain.ConcurrentCommit;
import io.guanxi.eventlog.chain.GroupCommit;
import io.guanxi.eventlog.chain.Link;
import io.guanxi.eventlog.chain.OutcomeUnknown;
import io.guanxi.eventlog.chain.StoredEvent;
import io.guanxi.eventlog.signals.EventLogMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The log: one collection, {@code events}, with a document per commit. Documents form a chain without gap or overlap, in
 * which a document is visible only after all before it; the writer of {@link GroupCommit} says why. So a position is one number, and a
 * reader that asks for what comes after a position can miss nothing.
 *
 * <p>A log has one chain and so one primary. To go beyond it there is {@link ShardedEventLog}: nothing here knows that it is
 * alone.
 */
public final class MongoEventLog implements AutoCloseable {

    private static final String COLLECTION = "events";

    private final MongoCollection<Link> events;
    private final MongoChainStore store;
    private final GroupCommit commits;

    /** A position at which a commit is known to begin, so that a reader at the end need not ask whether it is inside one. */
    private volatile long boundary;

    /** How many events a commit had on the average of the last full read, so that no more is asked for than is used. */
    private volatile int usualSize = 1;

    private MongoEventLog(MongoCollection<Link> events, MongoChainStore store, GroupCommit commits) {
        this.events = events;
        this.store = store;
        this.commits = commits;
    }

    /** Ensures the index. */
    public static MongoEventLog open(MongoDatabase database, EventLogProperties properties, EventLogMetrics metrics) {
        return open(database, COLLECTION, properties, metrics);
    }

    static MongoEventLog open(
            MongoDatabase database, String collection, EventLogProperties properties, EventLogMetrics metrics) {
        MongoCollection<Link> events = database.getCollection(collection, Link.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(new CommitDocuments()), database.getCodecRegistry()))
                .withReadConcern(properties.durability().readConcern())
                .withWriteConcern(properties.durability().writeConcern());
        events.createIndex(ascending(CommitDocuments.STREAM, CommitDocuments.VERSION), new IndexOptions().unique(true));
        MongoChainStore store = new MongoChainStore(events);
        GroupCommit commits = GroupCommit.over(
                store,
                properties.appendTimeout(),
                properties.groupCommits(),
                properties.groupSize().toBytes(),
                metrics);
        return new MongoEventLog(events, store, commits);
    }

    /**
     * Returns when the commit is durable.
     *
     * @throws ConcurrentCommit if another commit stands at this place of the stream
     * @throws OutcomeUnknown if the store went away while the commit was on its way
     */
    public long append(Commit commit) {
        return commits.append(commit);
    }

    /** The position after the last event; 0 in an empty log. */
    public long end() {
        return store.end();
    }

    /**
     * The commits after a position, in order. The first is cut if the position is inside it; all others are whole.
     *
     * @param position of the last event that is already known; -1 for none
     * @param most roughly how many events, at least 1; a commit is never cut at its end. It may be fewer although there are
     *     more, but none only at the end of the log
     * @throws ChainBroken if an event is missing
     */
    public List<Link> readAfter(long position, int most) {
        long from = position + 1;
        List<Link> links = new ArrayList<>();
        long expected = from;
        int commits = Math.ceilDiv(most, usualSize);
        try (MongoCursor<Link> cursor = events.find(gte(CommitDocuments.POSITION, from))
                .sort(ascending(CommitDocuments.POSITION))
                .limit(commits)
                .batchSize(commits)
                .iterator()) {
            while (expected - from < most && cursor.hasNext()) {
                Link link = cursor.next();
                if (link.position() != expected) {
                    if (!links.isEmpty()) {
                        throw missing(expected, link.position());
                    }
                    links.add(rest(from, link.position()));
                }
                links.add(link);
                expected = link.end();
            }
        }
        if (links.isEmpty() && from != boundary) {
            expected = atTheEnd(from, links);
        }
        boundary = expected;
        if (links.size() >= commits || expected - from >= most) {
            usualSize = (int) Math.clamp((expected - from) / links.size(), 1, most);
        }
        return links;
    }

    /** No commit begins at or after {@code from}: it is the end of the log, or inside the last commit. */
    private long atTheEnd(long from, List<Link> links) {
        Link before = commitBefore(from);
        long end = before == null ? 0 : before.end();
        if (end < from) {
            throw new ChainBroken("position " + (from - 1) + " is read but the log ends at " + end);
        }
        Link last = cut(before, from);
        if (last != null) {
            links.add(last);
        }
        return end;
    }

    private Link rest(long from, long next) {
        Link before = cut(commitBefore(from), from);
        if (before == null || before.end() != next) {
            throw missing(from, next);
        }
        return before;
    }

    private @Nullable Link commitBefore(long from) {
        return first(events.find(lt(CommitDocuments.POSITION, from)).sort(descending(CommitDocuments.POSITION)));
    }

    /** What of the link stands at or after {@code from}. */
    private static @Nullable Link cut(@Nullable Link link, long from) {
        if (link == null || link.end() <= from) {
            return null;
        }
        return cut(link, (int) (from - link.position()));
    }

    private static Link cut(Link link, int known) {
        Commit commit = link.commit();
        return new Link(
                link.position() + known,
                new Commit(
                        commit.id(),
                        commit.stream(),
                        commit.version() + known,
                        commit.events().subList(known, commit.size())));
    }

    /**
     * The commits of a stream from a version on, in order; the first is cut if the version is inside it.
     *
     * @throws ChainBroken if an event is missing
     */
    public List<Link> readStream(String stream, long version) {
        List<Link> links = new ArrayList<>();
        Bson here = eq(CommitDocuments.STREAM, stream);
        events.find(and(here, gte(CommitDocuments.VERSION, version)))
                .sort(ascending(CommitDocuments.VERSION))
                .into(links);
        boolean mayBeginInside =
                version > 0 && (links.isEmpty() || links.getFirst().commit().version() > version);
        if (mayBeginInside) {
            Link before = first(events.find(and(here, lt(CommitDocuments.VERSION, version)))
                    .sort(descending(CommitDocuments.VERSION)));
            if (before != null && before.commit().version() + before.commit().size() > version) {
                links.addFirst(cut(before, (int) (version - before.commit().version())));
            }
        }
        return whole(stream, version, links);
    }

    private static List<Link> whole(String stream, long version, List<Link> links) {
        long expected = version;
        for (Link link : links) {
            if (link.commit().version() != expected) {
                throw new ChainBroken("stream " + stream + " has no event " + expected + " but has "
                        + link.commit().version());
            }
            expected += link.commit().size();
        }
        return links;
    }

    /** The sequence of the last event of a stream, or -1 if there is none. */
    public long lastSequence(String stream) {
        Link last = first(events.find(eq(CommitDocuments.STREAM, stream)).sort(descending(CommitDocuments.VERSION)));
        return last == null ? -1 : last.commit().version() + last.commit().size() - 1;
    }

    /**
     * The position before the first event that was recorded at or after an instant. It walks the log: clocks of several
     * machines do not agree, so nothing shorter is exact.
     */
    public long positionBefore(Instant instant) {
        long position = -1;
        for (Link link : events.find().sort(ascending(CommitDocuments.POSITION))) {
            for (StoredEvent event : link.commit().events()) {
                if (!event.recorded().isBefore(instant)) {
                    return position;
                }
                position++;
            }
        }
        return position;
    }

    private static @Nullable Link first(FindIterable<Link> found) {
        return found.limit(1).first();
    }

    private static ChainBroken missing(long position, long next) {
        return new ChainBroken("no commit holds position " + position + ", but one stands at " + next);
    }

    @Override
    public void close() {
        commits.close();
    }
}
