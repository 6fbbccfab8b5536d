package io.guanxi.eventing.view;

import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.publish.Publisher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the present state of documents. The id is made of view, key and position, so the same state has the same id
 * however often it is published; the sequence is the position, so a reader can tell an older state from a newer one.
 */
final class StatePublication<D> {

    private static final int MOST_ROUNDS = 10;

    private final StateTopic<D> topic;
    private final String view;
    private final String source;
    private final Publisher publisher;
    private final JsonMapper mapper;
    private final String schemaUri;

    /** @throws IllegalArgumentException if no schema of the topic's type is published */
    StatePublication(StateTopic<D> topic, String view, String source, Publisher publisher, JsonMapper mapper) {
        this.topic = topic;
        this.view = view;
        this.source = source;
        this.publisher = publisher;
        this.mapper = mapper;
        this.schemaUri = SchemaCatalogue.published().schemaUri(topic.topic());
    }

    void publish(Map<String, Folded<D>> documents) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        documents.forEach((key, document) -> {
            if (document.isKnown() && topic.keys().test(key)) {
                records.add(record(key, document));
            }
        });
        publisher.publish(records);
    }

    /**
     * Publishes what is stored of some documents, and looks again until nothing of it has changed meanwhile: a state that is
     * published late must not stay the last one of its key. What changes after the last look is published by whoever changes
     * it.
     *
     * @throws IllegalStateException if there was no end of changes; then it must be done again
     */
    void publishStored(Collection<String> keys, ViewDocuments<D> documents) {
        Map<String, Folded<D>> changed = documents.load(keys);
        for (int round = 1; !changed.isEmpty(); round++) {
            if (round > MOST_ROUNDS) {
                throw new IllegalStateException(
                        view + ": documents changed while they were published, " + MOST_ROUNDS + " times");
            }
            publish(changed);
            changed = changedSince(changed, documents);
        }
    }

    private static <D> Map<String, Folded<D>> changedSince(Map<String, Folded<D>> read, ViewDocuments<D> documents) {
        Map<String, Folded<D>> now = documents.load(read.keySet());
        read.forEach((key, before) -> {
            if (now.getOrDefault(key, before).position() == before.position()) {
                now.remove(key);
            }
        });
        return now;
    }

    private ProducerRecord<byte[], byte[]> record(String key, Folded<D> folded) {
        D document = folded.document();
        Object body = document == null ? null : topic.body().apply(document);
        EventHeaders headers = new EventHeaders(
                        view + ":" + key + "@" + folded.position(), topic.topic(), source, folded.happened())
                .with(Envelope.SUBJECT, key)
                .with(Envelope.TENANT, tenantOf(key))
                .with(Envelope.SEQUENCE, Long.toString(folded.position()))
                .with(Envelope.DATA_SCHEMA, schemaUri);
        return new ProducerRecord<>(
                topic.topic(), null, key.getBytes(StandardCharsets.UTF_8), bytes(body), headers.headers());
    }

    private byte @Nullable [] bytes(@Nullable Object body) {
        return body == null ? null : mapper.writeValueAsBytes(body);
    }

    private static @Nullable String tenantOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? null : key.substring(0, slash);
    }
}
