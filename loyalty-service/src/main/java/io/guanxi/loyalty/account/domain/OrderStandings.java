package io.guanxi.loyalty.account.domain;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of orders that shares all but one short path with the map it was made from.
 *
 * <p>The state of an account is a value, and a plain immutable map would be copied whole for each event: a fold of ten
 * thousand orders would copy fifty million entries. Here it copies one branch per level (16 references) and one leaf (at
 * most 8 orders).
 */
final class OrderStandings extends AbstractMap<String, OrderStanding> {

    static final OrderStandings EMPTY = new OrderStandings(new Leaf(Map.of()), 0);

    private static final int BITS = 4;
    private static final int WIDTH = 1 << BITS;
    private static final int LARGEST_LEAF = 8;

    private final Node root;
    private final int size;

    private OrderStandings(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    static OrderStandings of(Map<String, OrderStanding> orders) {
        if (orders instanceof OrderStandings already) {
            return already;
        }
        return new OrderStandings(node(new HashMap<>(orders), 0), orders.size());
    }

    /** @param orders is kept, so it must be nobody else's */
    private static Node node(Map<String, OrderStanding> orders, int shift) {
        // Ids whose hashes agree in every bit stay together in one leaf, however many they are.
        return orders.size() <= LARGEST_LEAF || shift >= Integer.SIZE ? new Leaf(orders) : Branch.of(orders, shift);
    }

    OrderStandings with(String orderId, OrderStanding order) {
        int added = containsKey(orderId) ? 0 : 1;
        return new OrderStandings(root.with(orderId, order, 0), size + added);
    }

    @Override
    public @Nullable OrderStanding get(Object orderId) {
        return orderId instanceof String id ? root.get(id, 0) : null;
    }

    @Override
    public boolean containsKey(Object orderId) {
        return get(orderId) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Entry<String, OrderStanding>> entrySet() {
        return root.entries().collect(Collectors.toUnmodifiableSet());
    }

    private sealed interface Node {

        @Nullable
        OrderStanding get(String id, int shift);

        Node with(String id, OrderStanding order, int shift);

        Stream<Entry<String, OrderStanding>> entries();
    }

    private record Leaf(Map<String, OrderStanding> orders) implements Node {

        @Override
        public @Nullable OrderStanding get(String id, int shift) {
            return orders.get(id);
        }

        @Override
        public Node with(String id, OrderStanding order, int shift) {
            var larger = new HashMap<>(orders);
            larger.put(id, order);
            return node(larger, shift);
        }

        @Override
        public Stream<Entry<String, OrderStanding>> entries() {
            return orders.entrySet().stream().map(e -> Map.entry(e.getKey(), e.getValue()));
        }
    }

    private record Branch(Node[] children) implements Node {

        static Branch of(Map<String, OrderStanding> orders, int shift) {
            var parts = Stream.generate(HashMap<String, OrderStanding>::new)
                    .limit(WIDTH)
                    .toList();
            orders.forEach((id, order) -> parts.get(slot(id, shift)).put(id, order));
            return new Branch(
                    parts.stream().map(part -> node(part, shift + BITS)).toArray(Node[]::new));
        }

        @Override
        public @Nullable OrderStanding get(String id, int shift) {
            return children[slot(id, shift)].get(id, shift + BITS);
        }

        @Override
        public Node with(String id, OrderStanding order, int shift) {
            Node[] copy = children.clone();
            int slot = slot(id, shift);
            copy[slot] = copy[slot].with(id, order, shift + BITS);
            return new Branch(copy);
        }

        @Override
        public Stream<Entry<String, OrderStanding>> entries() {
            return Stream.of(children).flatMap(Node::entries);
        }

        private static int slot(String id, int shift) {
            return (id.hashCode() >>> shift) & (WIDTH - 1);
        }
    }
}
