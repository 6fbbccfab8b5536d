package io.guanxi.analytics.measuring.stream;

import io.guanxi.eventing.publish.EventHeaders;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time of the stream is the time of the events and not that of their arrival. It is never ahead of the broker's clock,
 * which refuses records of the future, and never before 1970, which Kafka Streams would drop without a word; facts are
 * made of the event's own time and not of this one.
 */
final class EventTime implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        Instant happened = EventHeaders.happened(record.headers());
        long arrived = Math.max(0, record.timestamp());
        return happened == null ? arrived : Math.clamp(happened.toEpochMilli(), 0, arrived);
    }
}
