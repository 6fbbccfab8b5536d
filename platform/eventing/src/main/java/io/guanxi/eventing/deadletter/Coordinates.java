package io.guanxi.eventing.deadletter;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stands: written {@code topic/partition/offset}. */
public record Coordinates(String topic, int partition, long offset) {

    public static Coordinates of(ConsumerRecord<?, ?> record) {
        return new Coordinates(record.topic(), record.partition(), record.offset());
    }

    /** Reads {@code topic/partition/offset}, or with colons as in an address; empty if it is neither. */
    public static Optional<Coordinates> parse(String text) {
        String[] parts = text.split("[/:]", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new Coordinates(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** For a part of an address: {@code topic:partition:offset}. */
    public String address() {
        return topic + ":" + partition + ":" + offset;
    }

    /** Sorts as the record stands in its partition. */
    public String sortable() {
        return "%s/%05d/%019d".formatted(topic, partition, offset);
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
