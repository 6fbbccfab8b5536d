package io.guanxi.eventing.intake;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.converter.BatchMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;

/** Hands a batch to the consumer function untouched: what cannot be converted must become a dead letter, not an exception. */
final class RecordsAsTheyCame implements BatchMessageConverter {

    static final String BEAN_NAME = "recordsAsTheyCame";

    @Override
    public Message<?> toMessage(
            List<ConsumerRecord<?, ?>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer,
            Type payloadType) {
        List<ConsumerRecord<byte[], byte[]>> typed = new ArrayList<>(records.size());
        for (ConsumerRecord<?, ?> record : records) {
            typed.add(typed(record));
        }
        return new GenericMessage<>(new RecordBatch(typed));
    }

    @SuppressWarnings(
            "unchecked") // The binding's deserialisers give bytes; another configuration fails at the first record.
    private static ConsumerRecord<byte[], byte[]> typed(ConsumerRecord<?, ?> record) {
        if (!(record.value() == null || record.value() instanceof byte[])
                || !(record.key() == null || record.key() instanceof byte[])) {
            throw new IllegalStateException(
                    "An intake's binding must read keys and values as bytes; remove its deserialisers");
        }
        return (ConsumerRecord<byte[], byte[]>) record;
    }

    @Override
    public List<ProducerRecord<?, ?>> fromMessage(Message<?> message, String defaultTopic) {
        throw new UnsupportedOperationException("an intake only reads");
    }
}
