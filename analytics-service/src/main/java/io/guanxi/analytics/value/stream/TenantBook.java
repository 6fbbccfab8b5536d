package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Quintiles;
import io.guanxi.analytics.value.domain.Quintiles.Counted;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The tenants of one partition: their totals, and for each measure how many customers have which value. Of amounts only
 * those above zero are counted; all other customers of the population have zero.
 */
final class TenantBook {

    private final KeyValueStore<Bytes, byte[]> store;

    TenantBook(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    TenantEntry tenant(String tenant) {
        byte[] stored = store.get(StoreKeys.tenant(tenant));
        return stored == null ? TenantEntry.UNKNOWN : StoredForms.tenant(stored);
    }

    void put(String tenant, TenantEntry entry) {
        store.put(StoreKeys.tenant(tenant), StoredForms.pack(entry));
    }

    void eachTenant(Consumer<String> visitor) {
        Bytes kind = Bytes.wrap(new byte[] {StoreKeys.TENANT});
        try (KeyValueIterator<Bytes, byte[]> range = store.range(kind, StoreKeys.end(kind))) {
            range.forEachRemaining(next -> visitor.accept(StoreKeys.tenantOf(next.key)));
        }
    }

    /** Moves a customer from its old values to its new ones. */
    void count(String tenant, FactsChange change) {
        CustomerFacts before = change.before();
        CustomerFacts after = change.after();
        move(recency(tenant, before), recency(tenant, after));
        move(frequency(tenant, before), frequency(tenant, after));
        Set<String> currencies = new HashSet<>(before.sums().sums().keySet());
        currencies.addAll(after.sums().sums().keySet());
        for (String currency : currencies) {
            move(monetary(tenant, before, currency), monetary(tenant, after, currency));
        }
    }

    /** The cut points as days since 1970, the longest ago first. */
    List<Long> recencyCuts(String tenant, long population) {
        Bytes prefix = StoreKeys.values(StoreKeys.RECENCY, tenant);
        return cuts(prefix, population, key -> StoreKeys.number(key, prefix), TenantBook::nobodyIsLeft);
    }

    List<Long> frequencyCuts(String tenant, long population) {
        Bytes prefix = StoreKeys.values(StoreKeys.FREQUENCY, tenant);
        return cuts(prefix, population, key -> StoreKeys.number(key, prefix), TenantBook::nobodyIsLeft);
    }

    List<BigDecimal> monetaryCuts(String tenant, long population, String currency) {
        Bytes prefix = StoreKeys.amounts(tenant, currency);
        return cuts(prefix, population, key -> StoreKeys.amount(key, prefix, Amounts.DECIMALS), () -> Amounts.ZERO);
    }

    private <T> List<T> cuts(Bytes prefix, long population, Function<Bytes, T> value, Supplier<T> rest) {
        try (KeyValueIterator<Bytes, byte[]> range = store.range(prefix, StoreKeys.end(prefix))) {
            Iterator<Counted<T>> bestFirst = new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return range.hasNext();
                }

                @Override
                public Counted<T> next() {
                    KeyValue<Bytes, byte[]> next = range.next();
                    return new Counted<>(
                            value.apply(next.key), ByteBuffer.wrap(next.value).getLong());
                }
            };
            return Quintiles.cutPoints(population, bestFirst, rest);
        }
    }

    private static long nobodyIsLeft() {
        throw new IllegalStateException("values of a measure: fewer than customers (expected: one of each customer)");
    }

    private void move(@Nullable Bytes from, @Nullable Bytes to) {
        if (Objects.equals(from, to)) {
            return;
        }
        add(from, -1);
        add(to, 1);
    }

    private void add(@Nullable Bytes key, int more) {
        if (key == null) {
            return;
        }
        byte[] stored = store.get(key);
        long count = (stored == null ? 0 : ByteBuffer.wrap(stored).getLong()) + more;
        if (count == 0) {
            store.delete(key);
        } else {
            store.put(key, ByteBuffer.allocate(Long.BYTES).putLong(count).array());
        }
    }

    private static @Nullable Bytes recency(String tenant, CustomerFacts facts) {
        Instant last = facts.lastOrderAt();
        return last == null
                ? null
                : StoreKeys.recency(tenant, Measures.day(last).toEpochDay());
    }

    private static @Nullable Bytes frequency(String tenant, CustomerFacts facts) {
        return facts.counts() ? StoreKeys.frequency(tenant, facts.orders()) : null;
    }

    private static @Nullable Bytes monetary(String tenant, CustomerFacts facts, String currency) {
        BigDecimal net = facts.sums().net(currency);
        return net.signum() > 0 ? StoreKeys.monetary(tenant, currency, net) : null;
    }
}
