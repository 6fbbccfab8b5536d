package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.OrderFlows;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.value.domain.OrderRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Reads customers and orders of one partition, each customer with all pages of its history. */
final class StoredCustomers {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> customers;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> orders;

    StoredCustomers(ReadOnlyKeyValueStore<Bytes, byte[]> customers, ReadOnlyKeyValueStore<Bytes, byte[]> orders) {
        this.customers = customers;
        this.orders = orders;
    }

    @Nullable
    CustomerEntry find(String customer) {
        byte[] stored = customers.get(StoreKeys.customer(customer));
        return stored == null ? null : whole(customer, stored);
    }

    /** Those with keys in a range, in the order of keys, until there are as many as wanted. */
    List<CustomerBook.Found> some(Bytes from, Bytes to, int most) {
        List<CustomerBook.Found> found = new ArrayList<>(Math.min(most, 1_000));
        try (KeyValueIterator<Bytes, byte[]> range = customers.range(from, to)) {
            while (found.size() < most && range.hasNext()) {
                KeyValue<Bytes, byte[]> next = range.next();
                String customer = StoreKeys.text(next.key);
                found.add(new CustomerBook.Found(customer, whole(customer, next.value)));
            }
        }
        return found;
    }

    void eachOf(String tenant, BiConsumer<String, CustomerEntry> each) {
        Bytes prefix = StoreKeys.customersOf(tenant);
        try (KeyValueIterator<Bytes, byte[]> range = customers.range(prefix, StoreKeys.end(prefix))) {
            range.forEachRemaining(next -> {
                String customer = StoreKeys.text(next.key);
                each.accept(customer, whole(customer, next.value));
            });
        }
    }

    void eachOrderOf(String tenant, BiConsumer<String, OrderRecord> each) {
        Bytes prefix = StoreKeys.ordersOf(tenant);
        try (KeyValueIterator<Bytes, byte[]> range = orders.range(prefix, StoreKeys.end(prefix))) {
            range.forEachRemaining(next -> each.accept(StoreKeys.customerOf(next.key), OrderForms.order(next.value)));
        }
    }

    private CustomerEntry whole(String customer, byte[] stored) {
        CustomerEntry entry = StoredForms.customer(stored);
        if (StoredForms.isWithoutHistory(stored)) {
            PurchaseHistory purchases = PurchaseHistory.of(flowsOfOrders(customer));
            return entry.with(entry.history().with(purchases), new Paging(0, purchases));
        }
        if (entry.paging().pages() == 0) {
            return entry;
        }
        List<Flow> flows = new ArrayList<>(entry.paging().lately().flows());
        for (int page = 0; page < entry.paging().pages(); page++) {
            byte[] packed = orders.get(StoreKeys.page(customer, page));
            if (packed == null) {
                throw new IllegalStateException("page " + page + " of a history is missing (expected: "
                        + entry.paging().pages() + " pages)");
            }
            flows.addAll(HistoryForms.page(packed).flows());
        }
        return entry.with(entry.history().with(PurchaseHistory.of(flows)), entry.paging());
    }

    private List<Flow> flowsOfOrders(String customer) {
        List<Flow> flows = new ArrayList<>();
        Bytes prefix = StoreKeys.orders(customer);
        try (KeyValueIterator<Bytes, byte[]> range = orders.range(prefix, StoreKeys.end(prefix))) {
            range.forEachRemaining(next -> flows.addAll(OrderFlows.of(OrderForms.order(next.value))));
        }
        return flows;
    }
}
