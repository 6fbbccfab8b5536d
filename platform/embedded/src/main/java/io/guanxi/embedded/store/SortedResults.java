package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;

/**
 * The documents of a query that no index has in the order asked for. What is sorted are keys and positions, and of these
 * only the first ones where there is a limit.
 */
final class SortedResults implements Results {

    private static final Comparator<Entry> ORDER = Comparator.comparing(Entry::key, Arrays::compareUnsigned)
            .thenComparing(entry -> entry.position().key(), Arrays::compareUnsigned);

    private record Entry(byte[] key, Position position) {}

    private final MVMap<byte[], byte[]> documents;
    private final Predicate<Document> matches;
    private final Deque<Position> positions = new ArrayDeque<>();

    SortedResults(
            IndexWalk all,
            MVMap<byte[], byte[]> documents,
            Predicate<Document> matches,
            Document sort,
            int skip,
            int limit) {
        this.documents = documents;
        this.matches = matches;
        long wanted = limit == 0 ? Long.MAX_VALUE : (long) skip + limit;
        PriorityQueue<Entry> first = new PriorityQueue<>(ORDER.reversed());
        all.visit((position, found) -> {
            first.add(new Entry(key(found.document(), sort), position));
            if (first.size() > wanted) {
                first.poll();
            }
            return true;
        });
        List<Entry> sorted = new ArrayList<>(first);
        sorted.sort(ORDER);
        sorted.stream().skip(skip).map(Entry::position).forEach(positions::add);
    }

    private static byte[] key(Document document, Document sort) {
        byte[] key = new byte[0];
        for (Map.Entry<String, Object> field : sort.entrySet()) {
            boolean ascending = ((Number) field.getValue()).intValue() > 0;
            Object value = Utils.getSubdocumentValueCollectionAware(document, field.getKey());
            byte[] bytes = value instanceof Collection<?> elements && !elements.isEmpty()
                    ? extreme(elements, ascending)
                    : OrderedBytes.of(value);
            key = OrderedBytes.concat(key, ascending ? bytes : OrderedBytes.reversed(bytes));
        }
        return key;
    }

    /** An array is sorted by its least element, or by its greatest one when the order is descending. */
    private static byte[] extreme(Collection<?> elements, boolean ascending) {
        Comparator<byte[]> order = ascending ? Arrays::compareUnsigned : (a, b) -> Arrays.compareUnsigned(b, a);
        return elements.stream().map(OrderedBytes::of).min(order).orElseThrow();
    }

    @Override
    public List<Document> next(int most) {
        List<Document> batch = new ArrayList<>();
        int bytes = 0;
        while (!positions.isEmpty() && batch.size() < most && bytes <= MOST_BYTES) {
            byte[] stored = documents.get(positions.poll().key());
            // It may have been changed or deleted since the batch before.
            if (stored != null) {
                Document document = DocumentBytes.read(stored);
                if (matches.test(document)) {
                    bytes += stored.length;
                    batch.add(document);
                }
            }
        }
        return batch;
    }

    @Override
    public boolean isEmpty() {
        return positions.isEmpty();
    }
}
