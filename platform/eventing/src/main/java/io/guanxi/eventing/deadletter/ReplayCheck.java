package io.guanxi.eventing.deadletter;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the intake would say about a record. */
public interface ReplayCheck {

    /** Empty if the record can be used. */
    Optional<Rejection> check(ConsumerRecord<byte[], byte[]> record);

    /** The key that a record must have by its headers and body; empty if they do not say. */
    Optional<String> keyOf(ConsumerRecord<byte[], byte[]> record);
}
