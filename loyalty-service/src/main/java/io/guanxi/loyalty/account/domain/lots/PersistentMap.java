package io.guanxi.loyalty.account.domain.lots;

import java.time.Instant;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map that shares all but one short path with the map it was made from.
 *
 * <p>The state of an account is a value, and a plain immutable map would be copied whole for each event: a fold of ten
 * thousand entries would copy fifty million entries. Here it copies one branch per level (16 references) and one leaf (at
 * most 8 entries).
 *
 * <p>If it is told the moments at which something happens to a value, each branch remembers the earliest of each clock: so
 * what is due is found without going through all that is not.
 */
public final class PersistentMap<V> extends AbstractMap<String, V> {

    private static final Function<Object, Map<Clock, Instant>> NO_MOMENTS = value -> Map.of();
    private static final PersistentMap<?> EMPTY = new PersistentMap<>(new Shape<>(NO_MOMENTS));

    private static final int BITS = 4;
    private static final int WIDTH = 1 << BITS;
    private static final int LARGEST_LEAF = 8;

    private final Shape<V> shape;
    private final Node<V> root;
    private final int size;

    private PersistentMap(Shape<V> shape) {
        this(shape, shape.leaf(Map.of()), 0);
    }

    private PersistentMap(Shape<V> shape, Node<V> root, int size) {
        this.shape = shape;
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // It holds nothing, so it holds nothing of a wrong type.
    public static <V> PersistentMap<V> empty() {
        return (PersistentMap<V>) EMPTY;
    }

    public static <V> PersistentMap<V> of(Map<String, V> entries) {
        return entries instanceof PersistentMap<V> already ? already : with(entries, new Shape<>(NO_MOMENTS));
    }

    /** @param moments at which something happens to a value by itself; the same function makes the same map */
    public static <V> PersistentMap<V> of(Map<String, V> entries, Function<? super V, Map<Clock, Instant>> moments) {
        return entries instanceof PersistentMap<V> already && already.shape.moments() == moments
                ? already
                : with(entries, new Shape<>(moments));
    }

    private static <V> PersistentMap<V> with(Map<String, V> entries, Shape<V> shape) {
        return new PersistentMap<>(shape, shape.node(new HashMap<>(entries), 0), entries.size());
    }

    public PersistentMap<V> with(String key, V value) {
        int added = containsKey(key) ? 0 : 1;
        return new PersistentMap<>(shape, root.with(key, value, 0, shape), size + added);
    }

    public PersistentMap<V> without(String key) {
        return containsKey(key) ? new PersistentMap<>(shape, root.without(key, 0, shape), size - 1) : this;
    }

    @Override
    public @Nullable V get(Object key) {
        return key instanceof String name ? root.get(name, 0) : null;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public int size() {
        return size;
    }

    /** Of each clock that any value goes by, the earliest moment. */
    public Map<Clock, Instant> earliest() {
        return Collections.unmodifiableMap(root.earliest());
    }

    /** All values for which this holds of their earliest moments, and others that are kept beside them. */
    public Stream<V> near(Predicate<Map<Clock, Instant>> soon) {
        var found = new ArrayList<V>();
        root.near(soon, found);
        return found.stream();
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, V>> iterator() {
                return new Entries<>(root);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** How nodes are made. */
    private record Shape<V>(Function<? super V, Map<Clock, Instant>> moments) {

        /** @param entries is kept, so it must be nobody else's */
        Node<V> node(Map<String, V> entries, int shift) {
            // Ids whose hashes agree in every bit stay together in one leaf, however many they are.
            return entries.size() <= LARGEST_LEAF || shift >= Integer.SIZE ? leaf(entries) : branch(entries, shift);
        }

        Node<V> leaf(Map<String, V> entries) {
            var earliest = new HashMap<Clock, Instant>();
            entries.values().forEach(value -> earlier(earliest, moments.apply(value)));
            return new Leaf<>(entries, earliest);
        }

        private Node<V> branch(Map<String, V> entries, int shift) {
            var parts = Stream.generate(HashMap<String, V>::new).limit(WIDTH).toList();
            entries.forEach((key, value) -> parts.get(slot(key, shift)).put(key, value));
            return branch(parts.stream().map(part -> node(part, shift + BITS)).toList());
        }

        Node<V> branch(List<Node<V>> children) {
            var earliest = new HashMap<Clock, Instant>();
            children.forEach(child -> earlier(earliest, child.earliest()));
            return new Branch<>(children, earliest);
        }

        private static void earlier(Map<Clock, Instant> earliest, Map<Clock, Instant> others) {
            others.forEach((clock, moment) ->
                    earliest.merge(clock, moment, (one, other) -> one.isBefore(other) ? one : other));
        }
    }

    private static int slot(String key, int shift) {
        return (key.hashCode() >>> shift) & (WIDTH - 1);
    }

    private sealed interface Node<V> {

        Map<Clock, Instant> earliest();

        @Nullable
        V get(String key, int shift);

        Node<V> with(String key, V value, int shift, Shape<V> shape);

        Node<V> without(String key, int shift, Shape<V> shape);

        void near(Predicate<Map<Clock, Instant>> soon, List<V> found);

        /** Of a leaf; a branch has none of its own. */
        Iterator<Entry<String, V>> entries();

        List<Node<V>> children();
    }

    /** Goes straight from leaf to leaf, for what an account holds is gone through often. */
    private static final class Entries<V> implements Iterator<Entry<String, V>> {

        private final Deque<Node<V>> nodes = new ArrayDeque<>();
        private Iterator<Entry<String, V>> leaf = Collections.emptyIterator();

        Entries(Node<V> root) {
            nodes.push(root);
        }

        @Override
        public boolean hasNext() {
            while (!leaf.hasNext() && !nodes.isEmpty()) {
                Node<V> node = nodes.pop();
                leaf = node.entries();
                node.children().forEach(nodes::push);
            }
            return leaf.hasNext();
        }

        @Override
        public Entry<String, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Entry<String, V> entry = leaf.next();
            return Map.entry(entry.getKey(), entry.getValue());
        }
    }

    private record Leaf<V>(Map<String, V> values, Map<Clock, Instant> earliest) implements Node<V> {

        @Override
        public @Nullable V get(String key, int shift) {
            return values.get(key);
        }

        @Override
        public Node<V> with(String key, V value, int shift, Shape<V> shape) {
            var larger = new HashMap<>(values);
            larger.put(key, value);
            return shape.node(larger, shift);
        }

        @Override
        public Node<V> without(String key, int shift, Shape<V> shape) {
            var smaller = new HashMap<>(values);
            smaller.remove(key);
            return shape.leaf(smaller);
        }

        @Override
        public void near(Predicate<Map<Clock, Instant>> soon, List<V> found) {
            if (soon.test(earliest)) {
                found.addAll(values.values());
            }
        }

        @Override
        public Iterator<Entry<String, V>> entries() {
            return values.entrySet().iterator();
        }

        @Override
        public List<Node<V>> children() {
            return List.of();
        }
    }

    private record Branch<V>(List<Node<V>> children, Map<Clock, Instant> earliest) implements Node<V> {

        @Override
        public @Nullable V get(String key, int shift) {
            return children.get(slot(key, shift)).get(key, shift + BITS);
        }

        @Override
        public Node<V> with(String key, V value, int shift, Shape<V> shape) {
            int slot = slot(key, shift);
            return replaced(slot, children.get(slot).with(key, value, shift + BITS, shape), shape);
        }

        @Override
        public Node<V> without(String key, int shift, Shape<V> shape) {
            int slot = slot(key, shift);
            return replaced(slot, children.get(slot).without(key, shift + BITS, shape), shape);
        }

        private Node<V> replaced(int slot, Node<V> child, Shape<V> shape) {
            var copy = new ArrayList<>(children);
            copy.set(slot, child);
            return shape.branch(copy);
        }

        @Override
        public void near(Predicate<Map<Clock, Instant>> soon, List<V> found) {
            if (soon.test(earliest)) {
                children.forEach(child -> child.near(soon, found));
            }
        }

        @Override
        public Iterator<Entry<String, V>> entries() {
            return Collections.emptyIterator();
        }
    }
}
