package io.guanxi.eventing.deadletter;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Violation;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.publish.EventingJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link DeadLetters} wrote. */
final class DeadLetterReader {

    private static final TypeReference<List<Violation>> VIOLATIONS = new TypeReference<>() {};

    private final JsonMapper mapper = EventingJson.mapper();

    /** Empty if the record is none of ours: it lacks the coordinates of its origin. */
    Optional<DeadLetter> read(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        return origin(headers)
                .map(origin -> new DeadLetter(
                        origin,
                        tenant(headers),
                        DeadLetter.State.OPEN,
                        textOr(headers, Envelope.DLQ_REASON, "unknown"),
                        textOr(headers, Envelope.DLQ_DETAIL, ""),
                        violations(headers),
                        EventHeaders.text(headers, Envelope.TYPE),
                        EventHeaders.text(headers, Envelope.ID),
                        record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                        Math.max(1, DeadLetterHeaders.attempts(headers, Envelope.DLQ_ATTEMPTS)),
                        failedAt(record),
                        record.value() == null ? 0 : record.value().length,
                        record.value(),
                        others(headers)));
    }

    private static Optional<Coordinates> origin(Headers headers) {
        return Coordinates.parse(String.join(
                "/",
                textOr(headers, Envelope.DLQ_TOPIC, ""),
                textOr(headers, Envelope.DLQ_PARTITION, ""),
                textOr(headers, Envelope.DLQ_OFFSET, "")));
    }

    private static @Nullable String tenant(Headers headers) {
        String tenant = EventHeaders.text(headers, Envelope.TENANT);
        return tenant != null && CustomerKey.isTenant(tenant) ? tenant : null;
    }

    private List<Violation> violations(Headers headers) {
        Header header = headers.lastHeader(DeadLetterHeaders.VIOLATIONS);
        try {
            return header == null ? List.of() : mapper.readValue(header.value(), VIOLATIONS);
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static Instant failedAt(ConsumerRecord<?, ?> record) {
        try {
            return Instant.parse(textOr(record.headers(), Envelope.DLQ_FAILED_AT, ""));
        } catch (DateTimeParseException e) {
            return Instant.ofEpochMilli(record.timestamp());
        }
    }

    private static Map<String, byte[]> others(Headers headers) {
        Map<String, byte[]> others = new LinkedHashMap<>();
        for (Header header : headers) {
            if (!DeadLetterHeaders.isOurs(header.key()) && header.value() != null) {
                others.put(header.key(), header.value());
            }
        }
        return others;
    }

    private static String textOr(Headers headers, String name, String otherwise) {
        String text = EventHeaders.text(headers, name);
        return text == null ? otherwise : text;
    }
}
