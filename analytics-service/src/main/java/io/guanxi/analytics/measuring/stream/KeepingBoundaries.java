package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.models.messaging.PublishedVersions;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.EventTypes;
import io.guanxi.eventing.publish.EventHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what each tenant's customers are judged by: the last boundaries of each day, and every version of a model, a rule or a
 * segment. They come from the topic and not from the event log, so that every instance has them before it handles its first
 * order. What else is on the topic is about single customers and is passed over.
 */
final class KeepingBoundaries implements Processor<byte[], byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(KeepingBoundaries.class);
    private static final ObjectReader BODIES = JsonMapper.builder().build().readerFor(RevisedBody.class);

    private final String storeName;
    private @Nullable KeyValueStore<Bytes, byte[]> store;

    KeepingBoundaries(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        store = context.getStateStore(storeName);
    }

    /** Never throws: the thread that reads for all instances' tables has nobody to restart it. */
    @Override
    public void process(Record<byte[], byte[]> record) {
        String type = EventHeaders.text(record.headers(), Envelope.TYPE);
        String tenant = EventHeaders.text(record.headers(), Envelope.TENANT);
        boolean revision = EventTypes.CRM_ANALYTICS_SCORE_BOUNDARIES_REVISED.equals(type);
        KeyValueStore<Bytes, byte[]> table = store;
        if (!revision && !PublishedVersions.carries(type)
                || type == null
                || table == null
                || tenant == null
                || !CustomerKey.isTenant(tenant)
                || record.value() == null) {
            return;
        }
        try {
            if (revision) {
                revise(table, tenant, record);
            } else {
                keep(table, tenant, type, record);
            }
        } catch (RuntimeException unreadable) {
            LOG.warn("A {} of tenant {} cannot be read and is ignored: {}", type, tenant, unreadable.toString());
        }
    }

    /** Of one day the last revision holds; that of a day before the present one does not take its place. */
    private static void revise(KeyValueStore<Bytes, byte[]> table, String tenant, Record<byte[], byte[]> record) {
        RevisedBody body = BODIES.readValue(record.value());
        RevisedBoundaries revised = body.revised(record.headers());
        byte[] form = StoredForms.pack(revised);
        table.put(InForceKeys.boundaries(tenant, revised.boundaries().measuredAt()), form);
        byte[] present = table.get(BoundariesInForce.key(tenant));
        if (present == null || !isOlder(revised, StoredForms.revised(present))) {
            table.put(BoundariesInForce.key(tenant), form);
        }
        mark(table, tenant);
    }

    private static boolean isOlder(RevisedBoundaries revised, RevisedBoundaries present) {
        return revised.boundaries().measuredAt().isBefore(present.boundaries().measuredAt());
    }

    private static void keep(
            KeyValueStore<Bytes, byte[]> table, String tenant, String type, Record<byte[], byte[]> record) {
        String sequence = String.valueOf(EventHeaders.text(record.headers(), Envelope.SEQUENCE));
        table.put(InForceKeys.record(tenant, Long.parseLong(sequence)), InForceKeys.typed(type, record.value()));
        mark(table, tenant);
    }

    /** After the entry: who reads the entry with the mark of before reads once more. */
    private static void mark(KeyValueStore<Bytes, byte[]> table, String tenant) {
        Bytes mark = InForceKeys.mark(tenant);
        table.put(mark, InForceKeys.marked(InForceKeys.markOf(table.get(mark)) + 1));
    }
}
