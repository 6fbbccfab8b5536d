package io.guanxi.eventing.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A publisher whose broker is a list in memory. */
public final class SamplePublisher {

    private final MockProducer<byte[], byte[]> client =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    public Publisher publisher() {
        return new Publisher(Map.of(), Duration.ofMinutes(1), configuration -> client);
    }

    public List<ProducerRecord<byte[], byte[]>> published() {
        return new ArrayList<>(client.history());
    }
}
