package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.analytics.models.messaging.PublishedVersions;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * By what the customers of every tenant are judged, as this instance has learned it from the topic. A question costs one
 * look-up of the tenant's mark; what it means is read again only after the mark has changed. For many threads.
 */
final class InForceTable {

    private static final Logger LOG = LoggerFactory.getLogger(InForceTable.class);

    private final Supplier<ReadOnlyKeyValueStore<Bytes, byte[]>> store;
    private final ConcurrentMap<String, Marked> known = new ConcurrentHashMap<>();

    /** @param store asked for each question; what it throws, a question throws */
    InForceTable(Supplier<ReadOnlyKeyValueStore<Bytes, byte[]>> store) {
        this.store = store;
    }

    /** @param mark of the table when it was read; what came while it was read may be in it, and changes the mark */
    private record Marked(long mark, Versions versions) {}

    /** Every version that this instance knows of; {@link Versions#NONE} if it knows none. */
    Versions of(String tenant) {
        ReadOnlyKeyValueStore<Bytes, byte[]> present = store.get();
        long mark = InForceKeys.markOf(present.get(InForceKeys.mark(tenant)));
        Marked last = known.get(tenant);
        if (last != null && last.mark() == mark) {
            return last.versions();
        }
        Versions read = read(present, tenant);
        known.put(tenant, new Marked(mark, read));
        return read;
    }

    /** How many versions of models, rules and segments each tenant has. */
    Map<String, Integer> generations() {
        Map<String, Integer> generations = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> marks =
                store.get().range(InForceKeys.FIRST_MARK, InForceKeys.AFTER_THE_MARKS)) {
            while (marks.hasNext()) {
                String tenant = InForceKeys.tenantOfMark(marks.next().key);
                generations.put(tenant, of(tenant).generation());
            }
        }
        return generations;
    }

    private static Versions read(ReadOnlyKeyValueStore<Bytes, byte[]> store, String tenant) {
        Versions versions = Versions.NONE;
        byte[] last = store.get(BoundariesInForce.key(tenant));
        if (last != null) {
            RevisedBoundaries revised = StoredForms.revised(last);
            versions = versions.withBoundaries(revised.version(), revised.boundaries());
        }
        try (KeyValueIterator<Bytes, byte[]> entries =
                store.range(InForceKeys.first(tenant), InForceKeys.after(tenant))) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> next = entries.next();
                versions = InForceKeys.isBoundaries(tenant, next.key)
                        ? withBoundaries(versions, next.value)
                        : withVersion(versions, tenant, next.value);
            }
        }
        return versions;
    }

    private static Versions withBoundaries(Versions versions, byte[] stored) {
        RevisedBoundaries revised = StoredForms.revised(stored);
        return versions.withBoundaries(revised.version(), revised.boundaries());
    }

    /** A body that this release cannot read is passed over and not forgotten: a later release may read it. */
    private static Versions withVersion(Versions versions, String tenant, byte[] stored) {
        int end = InForceKeys.endOfType(stored);
        String type = new String(stored, 0, end, StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOfRange(stored, end + 1, stored.length);
        try {
            return PublishedVersions.add(versions, type, body);
        } catch (RuntimeException unreadable) {
            LOG.warn("A {} of tenant {} cannot be read and is passed over: {}", type, tenant, unreadable.toString());
            return versions;
        }
    }
}
