package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.OrderFacts;
import io.guanxi.analytics.value.domain.PlacingTimes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one partition and their orders. Beside each order that counts stands an entry by the time it was placed,
 * so that a customer's first and last order are found by one seek.
 */
final class CustomerBook {

    private static final byte[] PLACED = {1};

    private final KeyValueStore<Bytes, byte[]> orders;
    private final KeyValueStore<Bytes, byte[]> customers;

    CustomerBook(KeyValueStore<Bytes, byte[]> orders, KeyValueStore<Bytes, byte[]> customers) {
        this.orders = orders;
        this.customers = customers;
    }

    /** A customer with its key. */
    record Found(String customer, CustomerEntry entry) {}

    CustomerEntry customer(String customer) {
        byte[] stored = customers.get(StoreKeys.customer(customer));
        return stored == null ? CustomerEntry.UNKNOWN : StoredForms.customer(stored);
    }

    void put(String customer, CustomerEntry entry) {
        customers.put(StoreKeys.customer(customer), StoredForms.pack(entry));
    }

    /** Some customers from a key on, the key included, in the order of keys. */
    List<Found> customers(Bytes from, Bytes to, int most) {
        List<Found> found = new ArrayList<>(most);
        try (KeyValueIterator<Bytes, byte[]> range = customers.range(from, to)) {
            while (found.size() < most && range.hasNext()) {
                KeyValue<Bytes, byte[]> next = range.next();
                found.add(new Found(
                        new String(next.key.get(), StandardCharsets.UTF_8), StoredForms.customer(next.value)));
            }
        }
        return found;
    }

    @Nullable
    OrderFacts order(IncomingOrder order) {
        byte[] stored = orders.get(key(order));
        return stored == null ? null : StoredForms.order(stored);
    }

    void put(IncomingOrder order, OrderFacts facts) {
        orders.put(key(order), StoredForms.pack(facts));
    }

    /** Moves an order to another time; null stands for an order that does not count. */
    void move(IncomingOrder order, @Nullable Instant before, @Nullable Instant after) {
        if (Objects.equals(before, after)) {
            return;
        }
        String customer = order.customer().toString();
        if (before != null) {
            orders.delete(StoreKeys.placing(customer, before, order.shop(), order.orderId()));
        }
        if (after != null) {
            orders.put(StoreKeys.placing(customer, after, order.shop(), order.orderId()), PLACED);
        }
    }

    PlacingTimes times(String customer) {
        Bytes prefix = StoreKeys.placings(customer);
        return new PlacingTimes() {
            @Override
            public @Nullable Instant first() {
                return next(orders.range(prefix, StoreKeys.end(prefix)), prefix);
            }

            @Override
            public @Nullable Instant last() {
                return next(orders.reverseRange(prefix, StoreKeys.end(prefix)), prefix);
            }
        };
    }

    private static @Nullable Instant next(KeyValueIterator<Bytes, byte[]> range, Bytes prefix) {
        try (range) {
            return range.hasNext() ? StoreKeys.placedAt(range.next().key, prefix) : null;
        }
    }

    private static Bytes key(IncomingOrder order) {
        return StoreKeys.order(order.customer().toString(), order.shop(), order.orderId());
    }
}
