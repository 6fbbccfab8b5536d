package io.guanxi.analytics.value.stream;

import io.guanxi.contracts.Envelope;
import io.guanxi.eventing.publish.EventHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.jspecify.annotations.Nullable;

/**
 * The time of the stream is the time of the events and not that of their arrival. It is never ahead of the broker's clock,
 * which refuses records of the future, and never before 1970, which Kafka Streams would drop without a word; facts are
 * made of the event's own time and not of this one.
 */
final class EventTime implements TimestampExtractor {

    private static final int LAST_YEAR = 9999;

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        Instant happened = happened(record.headers());
        long arrived = Math.max(0, record.timestamp());
        return happened == null ? arrived : Math.clamp(happened.toEpochMilli(), 0, arrived);
    }

    /** Null if the envelope says no time, or none that can be written in RFC 3339. */
    static @Nullable Instant happened(Headers headers) {
        String text = EventHeaders.text(headers, Envelope.TIME);
        try {
            OffsetDateTime time = text == null ? null : OffsetDateTime.parse(text);
            return time == null || time.getYear() < 0 || time.getYear() > LAST_YEAR ? null : time.toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
