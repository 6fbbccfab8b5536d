package io.guanxi.eventing.deadletter;

import io.guanxi.contracts.Topics;
import io.guanxi.eventing.publish.Publisher;
import io.guanxi.eventing.signals.EventingSignals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets records aside on the consumer group's topic of dead letters: the same bytes, key and headers, and why. A replay that
 * fails again is filed under the coordinates where the record first stood.
 */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final String group;
    private final Publisher publisher;
    private final Clock clock;
    private final MeterRegistry meters;

    public DeadLetters(String group, Publisher publisher, Clock clock, MeterRegistry meters) {
        this.group = group;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    /** A record and why it cannot be used. */
    public record Dead(ConsumerRecord<byte[], byte[]> record, Rejection rejection) {}

    /**
     * Returns when all are stored.
     *
     * @throws org.apache.kafka.common.KafkaException if that is not certain; they must be sent again
     */
    public void send(List<Dead> dead) {
        publisher.publish(dead.stream().map(this::letter).toList());
        for (Dead one : dead) {
            String topic = one.record().topic();
            meters.counter(
                            EventingSignals.DEAD_LETTERS.meter(),
                            "topic",
                            topic,
                            "reason",
                            one.rejection().reason())
                    .increment();
            LOG.warn(
                    "Record {} is a dead letter: {}, {}",
                    Coordinates.of(one.record()),
                    one.rejection().reason(),
                    one.rejection().detail());
        }
    }

    private ProducerRecord<byte[], byte[]> letter(Dead dead) {
        ConsumerRecord<byte[], byte[]> record = dead.record();
        Coordinates place = Coordinates.of(record);
        return new ProducerRecord<>(
                Topics.deadLetters(place.topic(), group),
                null,
                record.key(),
                record.value(),
                DeadLetterHeaders.of(record.headers(), place, dead.rejection(), group, clock.instant()));
    }
}
