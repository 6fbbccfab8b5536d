package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.AmountBuckets;
import io.guanxi.analytics.value.domain.Amounts;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Measures;
import io.guanxi.analytics.value.domain.Quintiles;
import io.guanxi.analytics.value.domain.Quintiles.Counted;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
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
 * The tenants of one partition: their totals, and for each measure how many customers have which value, or for
 * amounts: one of which bucket. Of amounts only those above zero are counted; all other customers of the population have zero.
 */
final class TenantBook {

    private final KeyValueStore<Bytes, byte[]> store;

    TenantBook(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    TenantEntry tenant(String tenant) {
        byte[] stored = store.get(StoreKeys.tenant(tenant));
        if (stored == null) {
            return TenantEntry.UNKNOWN;
        }
        TenantEntry entry = StoredForms.tenant(stored);
        if (StoredForms.isWithoutBuckets(stored)) {
            putExactAmountsIntoBuckets(tenant);
            put(tenant, entry);
        }
        return entry;
    }

    /** Once, after an update from a version that counted each amount by itself. */
    private void putExactAmountsIntoBuckets(String tenant) {
        Bytes prefix = StoreKeys.values(StoreKeys.EXACT, tenant);
        List<KeyValue<Bytes, byte[]>> exact = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(prefix, StoreKeys.end(prefix))) {
            range.forEachRemaining(exact::add);
        }
        for (KeyValue<Bytes, byte[]> counted : exact) {
            BigDecimal amount = StoreKeys.exactAmount(counted.key, prefix);
            String currency = StoreKeys.currency(counted.key, prefix);
            add(
                    StoreKeys.bucket(tenant, currency, AmountBuckets.bucket(amount)),
                    ByteBuffer.wrap(counted.value).getLong());
            store.delete(counted.key);
        }
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
    void count(String tenant, CustomerChange change) {
        CustomerFacts before = change.facts().before();
        CustomerFacts after = change.facts().after();
        move(recency(tenant, before), recency(tenant, after));
        move(frequency(tenant, before), frequency(tenant, after));
        Set<String> currencies = new HashSet<>(before.sums().sums().keySet());
        currencies.addAll(after.sums().sums().keySet());
        for (String currency : currencies) {
            move(
                    amount(tenant, currency, before.sums().net(currency)),
                    amount(tenant, currency, after.sums().net(currency)));
        }
        compare(tenant, change.before().comparison(), before, -1);
        compare(tenant, change.after().comparison(), after, 1);
    }

    private void compare(String tenant, @Nullable String comparison, CustomerFacts facts, int more) {
        if (comparison != null && facts.counts()) {
            add(amount(tenant, comparison, Comparisons.parse(comparison).net(facts.sums())), more);
            add(StoreKeys.compared(tenant, comparison), more);
        }
    }

    /** How many customers were counted by a conversion; as many as there are when all customers have heard of it. */
    long compared(String tenant, String conversion) {
        byte[] stored = store.get(StoreKeys.compared(tenant, conversion));
        return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
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

    /**
     * The cut points of amounts, each the greatest of its bucket: never below the exact one, and above it by less than 0.1
     * percent.
     *
     * @param comparison a currency, or the text of a conversion
     */
    List<BigDecimal> monetaryCuts(String tenant, long population, String comparison) {
        Bytes prefix = StoreKeys.buckets(tenant, comparison);
        return cuts(
                prefix, population, key -> AmountBuckets.greatest(StoreKeys.number(key, prefix)), () -> Amounts.ZERO);
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

    private void add(@Nullable Bytes key, long more) {
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

    private static @Nullable Bytes amount(String tenant, String comparison, BigDecimal net) {
        return net.signum() > 0 ? StoreKeys.bucket(tenant, comparison, AmountBuckets.bucket(net)) : null;
    }
}
