package io.guanxi.eventlog.axon;

import io.guanxi.eventlog.chain.Provenance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Hands what a command carries about its origin on to the events it causes. */
public final class OriginPropagation implements CorrelationDataProvider {

    private static final List<String> KEYS = List.of(
            Provenance.TENANT,
            Provenance.HAPPENED,
            Provenance.CORRELATION,
            Provenance.CAUSATION,
            Provenance.ACTOR,
            Provenance.TRACE);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        Map<String, Object> data = new HashMap<>(message.getMetaData());
        data.keySet().retainAll(KEYS);
        return data;
    }
}
