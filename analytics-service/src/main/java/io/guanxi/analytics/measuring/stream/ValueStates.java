package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.kernel.Origin;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;

/**
 * Makes the records of the customers' published state. The id is made of key and sequence, so the same state has the same
 * id however often it is published.
 */
final class ValueStates {

    private final String source;
    private final String schema;
    private final ObjectWriter bodies = EventingJson.mapper().writerFor(ValueBody.class);

    ValueStates(String source, SchemaCatalogue schemas) {
        this.source = source;
        this.schema = schemas.schemaUri(EventTypes.CUSTOMER_VALUE_STATE);
    }

    /** @param cause of the change, whose correlation goes on; null if it was a revision, which many customers follow from */
    Record<byte[], Outcome> record(
            String customer,
            CustomerEntry entry,
            CustomerPicture picture,
            InForce inForce,
            long timestamp,
            @Nullable Origin cause) {
        CustomerKey key = CustomerKey.parse(customer);
        EventHeaders headers = new EventHeaders(
                        "customer-value:" + customer + "@" + entry.told().sequence(),
                        EventTypes.CUSTOMER_VALUE_STATE,
                        source,
                        entry.facts().updatedAt())
                .with(Envelope.SUBJECT, customer)
                .with(Envelope.TENANT, key.tenant())
                .with(Envelope.CORRELATION_ID, cause == null ? null : cause.correlationId())
                .with(Envelope.CAUSATION_ID, cause == null ? null : cause.causationId())
                .with(Envelope.SEQUENCE, Long.toString(entry.told().sequence()))
                .with(Envelope.DATA_SCHEMA, schema);
        byte[] body = bodies.writeValueAsBytes(ValueBody.of(key.customerId(), entry, picture, inForce));
        return new Record<>(
                customer.getBytes(StandardCharsets.UTF_8), new Outcome.Value(body), timestamp, headers.headers());
    }
}
