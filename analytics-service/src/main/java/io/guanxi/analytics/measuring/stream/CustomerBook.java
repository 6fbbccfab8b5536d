package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.PlacingTimes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The customers of one partition and their orders. Beside each order that counts stands an entry by the time it was placed,
 * so that a customer's first and last order are found by one seek.
 */
final class CustomerBook {

    private static final byte[] PLACED = {1};
    private static final int MOST_LARGE = 16;

    private final KeyValueStore<Bytes, byte[]> orders;
    private final KeyValueStore<Bytes, byte[]> customers;
    private final StoredCustomers reading;

    /** The customers with pages that were met lately, which are long to read. All writing goes through this book. */
    private final Map<String, CustomerEntry> large = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CustomerEntry> eldest) {
            return size() > MOST_LARGE;
        }
    };

    CustomerBook(KeyValueStore<Bytes, byte[]> orders, KeyValueStore<Bytes, byte[]> customers) {
        this.orders = orders;
        this.customers = customers;
        this.reading = new StoredCustomers(customers, orders);
    }

    /** A customer with its key. */
    record Found(String customer, CustomerEntry entry) {}

    CustomerEntry customer(String customer) {
        CustomerEntry lately = large.get(customer);
        CustomerEntry found = lately == null ? reading.find(customer) : lately;
        return found == null ? CustomerEntry.UNKNOWN : found;
    }

    void put(String customer, CustomerEntry entry) {
        CustomerEntry kept = entry;
        if (entry.paging().isFull()) {
            byte[] page = HistoryForms.page(entry.paging().lately());
            orders.put(StoreKeys.page(customer, entry.paging().pages()), page);
            kept = entry.with(entry.history(), entry.paging().turned());
        }
        if (kept.paging().pages() > 0) {
            large.put(customer, kept);
        }
        customers.put(StoreKeys.customer(customer), StoredForms.pack(kept));
    }

    /** Some customers from a key on, the key included, in the order of keys. */
    List<Found> customers(Bytes from, Bytes to, int most) {
        return reading.some(from, to, most);
    }

    OrderRecord order(IncomingOrder order) {
        byte[] stored = orders.get(key(order));
        return stored == null ? OrderRecord.UNKNOWN : OrderForms.order(stored);
    }

    void put(IncomingOrder order, OrderRecord record) {
        orders.put(key(order), OrderForms.pack(record));
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
