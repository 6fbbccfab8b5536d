package io.guanxi.eventing.publish;

import io.guanxi.contracts.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the envelope. The headers are set directly: in Kafka's binary mode CloudEvents is nothing but named
 * text headers, and a test reads them back with the CloudEvents library.
 */
public final class EventHeaders {

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

    /** The last header of this name as text; null if there is none. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
