package io.guanxi.eventing.publish;

import io.guanxi.contracts.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the envelope. The headers are set directly: in Kafka's binary mode CloudEvents is nothing but named
 * text headers, and a test reads them back with the CloudEvents library.
 */
public final class EventHeaders {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private final RecordHeaders headers = new RecordHeaders();

    public EventHeaders(String id, String type, String source, Instant happened) {
        with(Envelope.SPEC_VERSION, Envelope.SPEC_VERSION_VALUE)
                .with(Envelope.ID, id)
                .with(Envelope.TYPE, type)
                .with(Envelope.SOURCE, source)
                .with(Envelope.TIME, happened.toString())
                .with(Envelope.CONTENT_TYPE, Envelope.CONTENT_TYPE_VALUE);
    }

    public EventHeaders with(String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    public Headers headers() {
        return headers;
    }

    /** When it happened, as the envelope says; null if it says no time, or none that can be written in RFC 3339. */
    public static @Nullable Instant happened(Headers headers) {
        String text = text(headers, Envelope.TIME);
        try {
            Instant happened = text == null ? null : OffsetDateTime.parse(text).toInstant();
            return happened == null || happened.isBefore(FIRST) || happened.isAfter(LAST) ? null : happened;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The last header of this name as text; null if there is none. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
