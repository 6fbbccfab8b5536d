package io.guanxi.eventing.relay;

import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.eventing.follow.Work;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.publish.Publisher;
import io.guanxi.eventlog.RecordedEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes what a {@link Publication} answers. The follower notes the checkpoint after all replicas have acknowledged the
 * whole batch, so nothing is skipped; what is repeated has the same ids in the same order.
 */
final class Relay implements Work {

    private final Publication publication;
    private final String source;
    private final Publisher publisher;
    private final JsonMapper mapper;
    private final SchemaCatalogue schemas = SchemaCatalogue.published();
    private final LongConsumer onEvents;

    Relay(Publication publication, String source, Publisher publisher, JsonMapper mapper, LongConsumer onEvents) {
        this.publication = publication;
        this.source = source;
        this.publisher = publisher;
        this.mapper = mapper;
        this.onEvents = onEvents;
    }

    @Override
    public String name() {
        return nameOf(publication);
    }

    static String nameOf(Publication publication) {
        return "relay-" + publication.name();
    }

    @Override
    public void apply(List<RecordedEvent> events) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (RecordedEvent event : events) {
            List<OutgoingEvent> outgoing = publication.translate(event);
            for (int i = 0; i < outgoing.size(); i++) {
                records.add(record(outgoing.get(i), event, i));
            }
        }
        publisher.publish(records);
        onEvents.accept(events.size());
    }

    private ProducerRecord<byte[], byte[]> record(OutgoingEvent outgoing, RecordedEvent event, int index) {
        EventHeaders headers = new EventHeaders(id(event, index), outgoing.type(), source, event.happened())
                .with(Envelope.SUBJECT, outgoing.key())
                .with(Envelope.TENANT, event.tenant())
                .with(Envelope.DATA_SCHEMA, schemas.schemaUri(outgoing.type()))
                .with(Envelope.RECORDED_AT, event.recorded().toString())
                .with(Envelope.CORRELATION_ID, event.correlationId())
                .with(Envelope.CAUSATION_ID, event.causationId())
                .with(Envelope.SEQUENCE, Long.toString(event.sequence()))
                .with(Envelope.TRACE_PARENT, event.traceparent());
        return new ProducerRecord<>(
                outgoing.topic(),
                null,
                outgoing.key().getBytes(StandardCharsets.UTF_8),
                mapper.writeValueAsBytes(outgoing.body()),
                headers.headers());
    }

    /** The event's own id; what one event says besides gets a number, so that no two have the same id. */
    private static String id(RecordedEvent event, int index) {
        return index == 0 ? event.id() : event.id() + "." + index;
    }
}
