package io.guanxi.analytics.value.stream;

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
 * Keeps the last published boundaries of each tenant. They come from the topic and not from the event log, so that every
 * instance has them before it handles its first order.
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
        boolean ours = EventTypes.CRM_ANALYTICS_SCORE_BOUNDARIES_REVISED.equals(type);
        KeyValueStore<Bytes, byte[]> boundaries = store;
        if (!ours || boundaries == null || tenant == null || !CustomerKey.isTenant(tenant) || record.value() == null) {
            return;
        }
        try {
            RevisedBody body = BODIES.readValue(record.value());
            boundaries.put(BoundariesInForce.key(tenant), StoredForms.pack(body.revised(record.headers())));
        } catch (RuntimeException unreadable) {
            LOG.warn("Boundaries of tenant {} cannot be read and are ignored: {}", tenant, unreadable.toString());
        }
    }
}
