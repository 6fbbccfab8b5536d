package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index in a map of its own. A key is the values of the fields and then the document's position; the entry's value is
 * the length of the former. A document with an array has a key for each element.
 */
final class SecondaryIndex extends OrderedIndex {

    /** The mark that some document has had several keys: an entry that sorts behind every key and is none. */
    private static final byte[] ARRAYS = {(byte) 0xFF, 0};

    private final MVMap<byte[], Long> map;
    private final boolean unique;

    SecondaryIndex(MVMap<byte[], Long> map, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(name, keys, sparse);
        this.map = map;
        this.unique = unique;
    }

    @Override
    protected MVMap<byte[], ?> map() {
        return map;
    }

    @Override
    boolean hasArrays() {
        return map.containsKey(ARRAYS);
    }

    @Override
    Position position(byte[] key, Object value) {
        return new Position(Arrays.copyOfRange(key, ((Long) value).intValue(), key.length));
    }

    @Override
    public long getCount() {
        return super.getCount() - (hasArrays() ? 1 : 0);
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public Position getPosition(Document document) {
        return new Position(OrderedBytes.of(document.get(ID)));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Position> collection) {
        checkFree(values(document), getPosition(document), document, collection);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Position> collection) {
        checkFree(values(newDocument), getPosition(oldDocument), newDocument, collection);
    }

    private void checkFree(
            Collection<byte[]> values, Position own, Document document, MongoCollection<Position> collection) {
        if (!unique) {
            return;
        }
        for (byte[] value : values) {
            byte[] key = map.ceilingKey(value);
            if (key != null && startsWith(key, value) && !Arrays.equals(key, OrderedBytes.concat(value, own.key()))) {
                throw new DuplicateKeyError(this, collection, getKeys(), described(document));
            }
        }
    }

    private static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private KeyValue described(Document document) {
        List<@Nullable Object> values = new ArrayList<>();
        for (IndexKey key : getKeys()) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, key.getKey());
            values.add(value instanceof Missing ? null : value);
        }
        return new KeyValue(values);
    }

    @Override
    public void add(Document document, Position position, MongoCollection<Position> collection) {
        TreeSet<byte[]> values = values(document);
        // While an index is built, a document before this one may have taken its key.
        checkFree(values, position, document, collection);
        put(values, position);
    }

    private void put(Collection<byte[]> values, Position position) {
        if (values.size() > 1 && !hasArrays()) {
            map.put(ARRAYS, 0L);
        }
        values.forEach(value -> map.putIfAbsent(OrderedBytes.concat(value, position.key()), (long) value.length));
    }

    @Override
    public Position remove(Document document) {
        Position position = getPosition(document);
        values(document).forEach(value -> map.remove(OrderedBytes.concat(value, position.key())));
        return position;
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Position position, MongoCollection<Position> collection) {
        TreeSet<byte[]> before = values(oldDocument);
        TreeSet<byte[]> after = values(newDocument);
        before.removeAll(after);
        before.forEach(value -> map.remove(OrderedBytes.concat(value, position.key())));
        put(after, position);
    }

    /** What an unfinished build left behind. */
    void clear() {
        map.clear();
    }

    private TreeSet<byte[]> values(Document document) {
        TreeSet<byte[]> values = new TreeSet<>(Arrays::compareUnsigned);
        if (isSparse() && hasNone(document)) {
            return values;
        }
        values.add(new byte[0]);
        Set<String> arrays = new LinkedHashSet<>();
        for (IndexKey key : getKeys()) {
            Object value = Utils.getSubdocumentValueCollectionAware(document, key.getKey());
            boolean several = value instanceof Collection<?> elements && !elements.isEmpty();
            if (several) {
                arrays.add(Utils.firstFragment(key.getKey()));
            }
            values = extended(values, several ? (Collection<?>) value : singleton(value), key.isAscending());
        }
        if (arrays.size() > 1) {
            throw new CannotIndexParallelArraysError(List.copyOf(arrays));
        }
        return values;
    }

    private static Collection<?> singleton(@Nullable Object value) {
        return Arrays.asList(value);
    }

    private boolean hasNone(Document document) {
        return getKeys().stream()
                .allMatch(key -> Utils.getSubdocumentValueCollectionAware(document, key.getKey()) instanceof Missing);
    }

    private static TreeSet<byte[]> extended(TreeSet<byte[]> prefixes, Collection<?> elements, boolean ascending) {
        TreeSet<byte[]> extended = new TreeSet<>(Arrays::compareUnsigned);
        for (Object element : elements) {
            byte[] bytes = OrderedBytes.of(element);
            byte[] ordered = ascending ? bytes : OrderedBytes.reversed(bytes);
            prefixes.forEach(prefix -> extended.add(OrderedBytes.concat(prefix, ordered)));
        }
        return extended;
    }
}
