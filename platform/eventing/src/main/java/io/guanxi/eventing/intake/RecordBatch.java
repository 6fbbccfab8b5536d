package io.guanxi.eventing.intake;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as they came from a topic, in the order of each partition. */
public record RecordBatch(List<ConsumerRecord<byte[], byte[]>> records) {

    public RecordBatch {
        records = List.copyOf(records);
    }
}
