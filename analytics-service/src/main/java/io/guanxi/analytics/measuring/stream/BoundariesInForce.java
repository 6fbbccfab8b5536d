package io.guanxi.analytics.measuring.stream;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The boundaries of every tenant, as every instance has them. */
final class BoundariesInForce {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;

    BoundariesInForce(ReadOnlyKeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    static Bytes key(String tenant) {
        return Bytes.wrap(tenant.getBytes(StandardCharsets.UTF_8));
    }

    /** Null before the first revision. */
    @Nullable
    RevisedBoundaries of(String tenant) {
        byte[] stored = store.get(key(tenant));
        return stored == null ? null : StoredForms.revised(stored);
    }

    Map<String, RevisedBoundaries> all() {
        Map<String, RevisedBoundaries> all = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(InForceKeys.FIRST_TENANT, null)) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> next = entries.next();
                all.put(new String(next.key.get(), StandardCharsets.UTF_8), StoredForms.revised(next.value));
            }
        }
        return all;
    }
}
