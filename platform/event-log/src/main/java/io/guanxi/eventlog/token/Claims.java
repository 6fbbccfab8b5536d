package io.guanxi.eventlog.token;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Who owns which segment: a document for each, with its token.
 *
 * <p>No wall clock: an owner changes the beat of its document now and then. Who has seen term and beat unchanged for the
 * time-out by its own monotonic clock takes the segment, under a higher term, in the same write that checks that both are
 * still unchanged. Every write of an owner names its term, so one that was paused finds its claim over when it writes.
 *
 * <p>Terms come from one {@link TermCounter}.
 */
final class Claims {

    static final String TOKEN = "token";
    private static final String ID = "_id";
    private static final String PROCESSOR = "processor";
    private static final String SEGMENT = "segment";
    private static final String OWNER = "owner";
    private static final String TERM = "term";
    private static final String BEAT = "beat";

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> documents;
    private final TermCounter terms;
    private final String node;
    private final long timeoutNanos;
    private final LongSupplier nanoTime;
    private final Map<Key, Long> held = new ConcurrentHashMap<>();
    private final Map<Key, Sighting> sightings = new ConcurrentHashMap<>();

    Claims(MongoCollection<Document> documents, String node, Duration timeout, LongSupplier nanoTime) {
        this.documents = documents.withReadPreference(ReadPreference.primary());
        this.terms = new TermCounter(this.documents);
        this.node = node;
        this.timeoutNanos = timeout.toNanos();
        this.nanoTime = nanoTime;
    }

    String node() {
        return node;
    }

    String identifier() {
        return terms.identifier();
    }

    /** The segments there are, in order. */
    List<Known> segments(String processor) {
        List<Known> known = new ArrayList<>();
        for (Document found : documents.find(eq(PROCESSOR, processor)).sort(ascending(SEGMENT))) {
            Key key = new Key(processor, found.getInteger(SEGMENT));
            known.add(new Known(key.segment(), isFree(key, found)));
        }
        return known;
    }

    /**
     * Adds segments that nobody owns, one after the other: if it is cut short, those that are there share all events.
     *
     * @return false if one was there already; then those after it are not added
     */
    boolean add(String processor, int first, int count, @Nullable Object token) {
        List<Document> added = IntStream.range(first, first + count)
                .mapToObj(segment -> new Document(ID, new Key(processor, segment).id())
                        .append(PROCESSOR, processor)
                        .append(SEGMENT, segment)
                        .append(OWNER, null)
                        .append(TERM, 0L)
                        .append(BEAT, 0L)
                        .append(TOKEN, token))
                .toList();
        try {
            documents.insertMany(added);
            return true;
        } catch (MongoBulkWriteException e) {
            if (!isDuplicate(e)) {
                throw e;
            }
            return false;
        }
    }

    private static boolean isDuplicate(MongoBulkWriteException failure) {
        return !failure.getWriteErrors().isEmpty()
                && TermCounter.isDuplicate(failure.getWriteErrors().getFirst().getCode());
    }

    /**
     * Makes this node the owner, if it is not yet.
     *
     * @return the segment's token
     * @throws UnableToClaimTokenException if there is no such segment, or somebody else is at it
     */
    @Nullable
    Object take(Key key) {
        Long term = held.get(key);
        Document mine = term == null ? null : documents.findOneAndUpdate(owned(key, term), inc(BEAT, 1L), CHANGED);
        if (mine == null) {
            mine = takeOver(key);
        }
        return mine.get(TOKEN);
    }

    private Document takeOver(Key key) {
        Document found = documents.find(eq(ID, key.id())).first();
        if (found == null) {
            throw new UnableToClaimTokenException("no segment " + key.id() + " (expected: one that was initialized)");
        }
        if (!isFree(key, found)) {
            throw new UnableToClaimTokenException(key.id() + " is claimed by " + found.getString(OWNER));
        }
        Bson unchanged = and(eq(ID, key.id()), eq(TERM, found.getLong(TERM)), eq(BEAT, found.getLong(BEAT)));
        long term = terms.next();
        Document taken = documents.findOneAndUpdate(unchanged, combine(set(OWNER, node), set(TERM, term)), CHANGED);
        sightings.remove(key);
        if (taken == null) {
            throw new UnableToClaimTokenException(key.id() + " was claimed by another node just now");
        }
        held.put(key, term);
        return taken;
    }

    private boolean isFree(Key key, Document found) {
        String owner = found.getString(OWNER);
        if (owner == null || owner.equals(node)) {
            return true;
        }
        Sighting now = new Sighting(found.getLong(TERM), found.getLong(BEAT), nanoTime.getAsLong());
        Sighting before = sightings.get(key);
        if (before == null || before.term() != now.term() || before.beat() != now.beat()) {
            sightings.put(key, now);
            return false;
        }
        return now.nanos() - before.nanos() >= timeoutNanos;
    }

    /** @throws UnableToClaimTokenException if this node does not own the segment, as far as it knows */
    long term(Key key) {
        Long term = held.get(key);
        if (term == null) {
            throw new UnableToClaimTokenException(key.id() + " is not claimed by " + node);
        }
        return term;
    }

    boolean isHeld(Key key) {
        return held.containsKey(key);
    }

    /** Shows that the owner is alive. */
    void beat(Key key, long term) {
        require(key, term, update(key, term, inc(BEAT, 1L)));
    }

    void store(Key key, long term, @Nullable Object token) {
        require(key, term, update(key, term, combine(set(TOKEN, token), inc(BEAT, 1L))));
    }

    void delete(Key key, long term) {
        require(key, term, documents.deleteOne(owned(key, term)).getDeletedCount() == 1);
        held.remove(key, term);
    }

    /** Lets another node go on at once; nothing happens if the claim is over. */
    void release(Key key) {
        Long term = held.remove(key);
        if (term != null) {
            update(key, term, set(OWNER, null));
        }
    }

    private boolean update(Key key, long term, Bson change) {
        return documents.updateOne(owned(key, term), change).getMatchedCount() == 1;
    }

    private void require(Key key, long term, boolean stillOwner) {
        if (!stillOwner) {
            held.remove(key, term);
            throw new UnableToClaimTokenException(
                    "the claim of " + node + " on " + key.id() + " is over (its term was " + term + ")");
        }
    }

    private Bson owned(Key key, long term) {
        return and(eq(ID, key.id()), eq(OWNER, node), eq(TERM, term));
    }

    /** A segment of a processor. */
    record Key(String processor, int segment) {

        String id() {
            return processor + "/" + segment;
        }
    }

    /** @param free whether it could be taken now */
    record Known(int segment, boolean free) {}

    private record Sighting(long term, long beat, long nanos) {}
}
