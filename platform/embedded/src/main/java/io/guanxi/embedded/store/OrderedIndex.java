package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/** An index whose keys are in the order of their values, so that it serves ranges and sorting. */
abstract class OrderedIndex extends Index<Position> {

    static final String ID = "_id";

    private final List<IndexKey> order;

    protected OrderedIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.order = withId(keys);
    }

    /** Equal keys are in the order of their documents' ids, as if the id were the last field of every index. */
    private static List<IndexKey> withId(List<IndexKey> keys) {
        List<IndexKey> order = new ArrayList<>(keys);
        if (keys.stream().noneMatch(key -> key.getKey().equals(ID))) {
            order.add(new IndexKey(ID, true));
        }
        return List.copyOf(order);
    }

    /** The fields of a key from the first to the last. */
    final List<IndexKey> order() {
        return order;
    }

    final boolean leavesOutDocuments() {
        return isSparse();
    }

    /** Whether a document may have several keys, because it has an array somewhere. */
    abstract boolean hasArrays();

    /** Where the document is that an entry of the map stands for. */
    abstract Position position(byte[] key, Object value);

    protected abstract MVMap<byte[], ?> map();

    final Cursor<byte[], ?> keys(Interval interval, boolean backwards) {
        return backwards
                ? map().cursor(interval.to(), interval.from(), true)
                : map().cursor(interval.from(), interval.to(), false);
    }

    /** How many keys are in an interval, without reading them. */
    final long size(Interval interval) {
        return Math.max(0, rank(interval.to()) - rank(interval.from()));
    }

    private long rank(byte[] key) {
        long index = map().getKeyIndex(key);
        return index < 0 ? ~index : index;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && isUnique() == other.isUnique()
                && Objects.equals(
                        toIndexDescription().get("key"),
                        other.toIndexDescription().get("key"));
    }

    @Override
    public long getCount() {
        return map().sizeAsLong();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** Queries are planned by the collection, which compares all of its indexes. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Position> getPositions(Document query) {
        return List.of();
    }

    @Override
    public void drop() {}
}
