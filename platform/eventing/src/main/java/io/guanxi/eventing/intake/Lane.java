package io.guanxi.eventing.intake;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The events of one customer on one topic, which are handled one after the other. */
record Lane(String topic, String customer) {

    /** A record without a key is in a lane of its kind; it is never handled, since its key is wrong. */
    static Lane of(ConsumerRecord<byte[], byte[]> record) {
        String key = RecordReader.keyText(record);
        return new Lane(record.topic(), key == null ? "" : key);
    }

    String id() {
        return topic + "|" + customer;
    }
}
