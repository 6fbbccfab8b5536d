package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a query in the order of an index. It remembers the last key it has read and keeps nothing open between
 * two batches, so that a forgotten walk holds no old version of the data.
 */
final class IndexWalk implements Results {

    private final Plan plan;
    private final MVMap<byte[], byte[]> documents;
    private final Predicate<Document> matches;
    private final Deque<Interval> remaining;
    private final @Nullable Set<Position> seen;
    private int toSkip;
    private int left;
    private @Nullable Document ahead;

    /** @param limit how many documents at most, 0 for all */
    IndexWalk(Plan plan, MVMap<byte[], byte[]> documents, Predicate<Document> matches, int skip, int limit) {
        this.plan = plan;
        this.documents = documents;
        this.matches = matches;
        this.remaining = new ArrayDeque<>(plan.intervals());
        this.seen = plan.index().hasArrays() ? new HashSet<>() : null;
        this.toSkip = skip;
        this.left = limit == 0 ? Integer.MAX_VALUE : limit;
    }

    @Override
    public List<Document> next(int most) {
        List<Document> batch = new ArrayList<>();
        int[] bytes = {0};
        if (ahead != null) {
            batch.add(ahead);
            ahead = null;
        }
        visit((any, document) -> {
            if (toSkip > 0) {
                toSkip--;
                return true;
            }
            left--;
            if (batch.size() >= most || bytes[0] > MOST_BYTES) {
                ahead = document.document();
                return false;
            }
            bytes[0] += document.bytes();
            batch.add(document.document());
            return left > 0;
        });
        return batch;
    }

    @Override
    public boolean isEmpty() {
        return ahead == null && (left <= 0 || remaining.isEmpty());
    }

    record Found(Document document, int bytes) {}

    /** Shows matching documents to a visitor until it says no. */
    void visit(BiPredicate<Position, Found> visitor) {
        while (left > 0 && !remaining.isEmpty()) {
            Interval interval = remaining.poll();
            Cursor<byte[], ?> keys = plan.index().keys(interval, plan.backwards());
            while (keys.hasNext()) {
                byte[] key = keys.next();
                if (isIn(interval, key) && !show(key, keys.getValue(), visitor)) {
                    remaining.addFirst(rest(interval, key));
                    return;
                }
            }
        }
    }

    private static boolean isIn(Interval interval, byte[] key) {
        return Arrays.compareUnsigned(key, interval.to()) < 0 && Arrays.compareUnsigned(key, interval.from()) >= 0;
    }

    private Interval rest(Interval interval, byte[] key) {
        return plan.backwards()
                ? new Interval(interval.from(), key)
                : new Interval(OrderedBytes.concat(key, new byte[] {0}), interval.to());
    }

    private boolean show(byte[] key, Object value, BiPredicate<Position, Found> visitor) {
        Position position = plan.index().position(key, value);
        if (seen != null && !seen.add(position)) {
            return true;
        }
        byte[] bytes = documents.get(position.key());
        if (bytes == null) {
            throw new IllegalStateException(plan.index() + " names a document that does not exist");
        }
        Document document = DocumentBytes.read(bytes);
        return !matches.test(document) || visitor.test(position, new Found(document, bytes.length));
    }
}
