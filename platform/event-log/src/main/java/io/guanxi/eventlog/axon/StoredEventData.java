package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.chain.StoredEvent;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A stored event in the words of Axon. */
@SuppressWarnings("rawtypes") // Axon carries metadata as text or bytes; a map needs no decoding.
record StoredEventData(String stream, long sequence, StoredEvent event) implements DomainEventData<String> {

    /** Axon wants a type beside the identifier; in the log an identifier alone names a stream. */
    static final String AGGREGATE_TYPE = "stream";

    @Override
    public String getType() {
        return AGGREGATE_TYPE;
    }

    @Override
    public String getAggregateIdentifier() {
        return stream;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getEventIdentifier() {
        return event.id();
    }

    @Override
    public Instant getTimestamp() {
        return event.recorded();
    }

    @Override
    public SerializedObject<String> getPayload() {
        return new SimpleSerializedObject<>(event.body(), String.class, event.name(), event.revision());
    }

    @Override
    @SuppressWarnings("unchecked")
    public SerializedObject<String> getMetaData() {
        return (SerializedObject) new SerializedMetaData<>(event.provenance().asMap(), Map.class);
    }
}
