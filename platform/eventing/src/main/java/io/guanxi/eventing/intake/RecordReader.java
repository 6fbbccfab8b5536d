package io.guanxi.eventing.intake;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.contracts.Violation;
import io.guanxi.eventing.deadletter.Rejection;
import io.guanxi.eventing.deadletter.ReplayCheck;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.kernel.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a record off a topic and checks all that can be checked without knowing any state: its size, its envelope and tenant,
 * that its type belongs on the topic, its body's schema, and its key. A service that reads topics in a way of its own uses it
 * too, so that each refuses the same records for the same reasons. Safe for threads.
 */
public final class RecordReader implements ReplayCheck {

    private static final int LONGEST_ID = 200;
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final SchemaCatalogue schemas;
    private final int largest;
    private final JsonMapper mapper = JsonMapper.builder().build();

    /** @param largest the most bytes that a body may have */
    public RecordReader(SchemaCatalogue schemas, int largest) {
        this.schemas = schemas;
        this.largest = largest;
    }

    public Reading read(ConsumerRecord<byte[], byte[]> record) {
        return read(record.topic(), record.key(), record.value(), record.headers());
    }

    /** @param topic where it stands; a type that is published elsewhere is not read from here */
    public Reading read(String topic, byte @Nullable [] key, byte @Nullable [] body, Headers headers) {
        if (body == null) {
            return unusable("unreadable", "has no body");
        }
        if (body.length > largest) {
            return unusable("oversized", "body of %d bytes (expected: at most %d)".formatted(body.length, largest));
        }
        String type = EventHeaders.text(headers, Envelope.TYPE);
        if (type == null || type.isBlank()) {
            return header(Envelope.TYPE, "is missing");
        }
        if (!schemas.knows(type)) {
            return unusable("unknown-type", "its type is not one that is published");
        }
        if (!Topics.carrying(type).equals(topic)) {
            return unusable("wrong-topic", "its type belongs on " + Topics.carrying(type));
        }
        return envelope(key, headers, type, body);
    }

    private Reading envelope(byte @Nullable [] key, Headers headers, String type, byte[] body) {
        String version = EventHeaders.text(headers, Envelope.SPEC_VERSION);
        if (version != null && !version.equals(Envelope.SPEC_VERSION_VALUE)) {
            return header(Envelope.SPEC_VERSION, "must be " + Envelope.SPEC_VERSION_VALUE);
        }
        String id = EventHeaders.text(headers, Envelope.ID);
        if (id == null || id.isBlank() || id.length() > LONGEST_ID) {
            return header(Envelope.ID, "must have 1 to " + LONGEST_ID + " characters");
        }
        String tenant = EventHeaders.text(headers, Envelope.TENANT);
        if (tenant == null || !CustomerKey.isTenant(tenant)) {
            return header(Envelope.TENANT, "must be a tenant's name");
        }
        Instant happened = EventHeaders.happened(headers);
        if (happened == null) {
            return header(Envelope.TIME, "must be a time in RFC 3339, UTC");
        }
        Origin origin = new Origin(tenant, correlation(headers, id), id, null);
        return body(key, type, body, id, happened, origin);
    }

    private Reading body(
            byte @Nullable [] keyBytes, String type, byte[] bytes, String id, Instant happened, Origin origin) {
        List<Violation> violations = schemas.validate(type, bytes);
        JsonNode body = tree(bytes);
        if (body == null) {
            return new Reading.Unusable(new Rejection("unreadable", "the body is not JSON", violations));
        }
        if (!violations.isEmpty()) {
            return new Reading.Unusable(
                    new Rejection("invalid", "the body does not fulfil the schema of " + type, violations));
        }
        String key = text(keyBytes);
        Optional<CustomerKey> customer = CustomerNaming.byBody(type, origin.tenant(), body)
                .or(() ->
                        CustomerNaming.byKey(key).filter(byKey -> byKey.tenant().equals(origin.tenant())));
        if (customer.isEmpty() || !customer.get().toString().equals(key)) {
            return unusable("wrong-key", "the record's key is not the customer's");
        }
        return new Reading.Usable(new IncomingEvent(id, type, customer.get(), happened, origin, body));
    }

    @Override
    public Optional<Rejection> check(ConsumerRecord<byte[], byte[]> record) {
        return switch (read(record)) {
            case Reading.Usable usable -> Optional.empty();
            case Reading.Unusable unusable -> Optional.of(unusable.rejection());
        };
    }

    @Override
    public Optional<String> keyOf(ConsumerRecord<byte[], byte[]> record) {
        String type = EventHeaders.text(record.headers(), Envelope.TYPE);
        String tenant = EventHeaders.text(record.headers(), Envelope.TENANT);
        JsonNode body = record.value() == null ? null : tree(record.value());
        return type == null || tenant == null || body == null
                ? Optional.empty()
                : CustomerNaming.byBody(type, tenant, body).map(CustomerKey::toString);
    }

    private @Nullable JsonNode tree(byte[] bytes) {
        try {
            JsonNode tree = mapper.readTree(bytes);
            return tree.isMissingNode() ? null : tree;
        } catch (JacksonException e) {
            return null;
        }
    }

    static @Nullable String keyText(ConsumerRecord<byte[], byte[]> record) {
        return text(record.key());
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** A sender that gives none gets one that is the same at each delivery. */
    private static String correlation(Headers headers, String id) {
        String given = EventHeaders.text(headers, Envelope.CORRELATION_ID);
        if (given != null && CORRELATION.matcher(given).matches()) {
            return given;
        }
        return CORRELATION.matcher(id).matches()
                ? id
                : UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Reading unusable(String reason, String detail) {
        return new Reading.Unusable(Rejection.of(reason, detail));
    }

    private static Reading header(String name, String message) {
        return new Reading.Unusable(new Rejection(
                "invalid-envelope", name + " " + message, List.of(new Violation("/headers/" + name, message))));
    }
}
