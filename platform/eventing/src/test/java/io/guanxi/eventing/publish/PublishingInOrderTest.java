package io.guanxi.eventing.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class PublishingInOrderTest {

    private final List<MockProducer<byte[], byte[]>> clients = new ArrayList<>();
    private boolean acknowledges = true;
    private final Publisher publisher = publisher(Duration.ofMinutes(1));

    private Publisher publisher(Duration patience) {
        return new Publisher(Map.of(), patience, configuration -> {
            MockProducer<byte[], byte[]> client =
                    new MockProducer<>(acknowledges, null, new ByteArraySerializer(), new ByteArraySerializer());
            clients.add(client);
            return client;
        });
    }

    @Test
    void all_records_are_written_in_order() {
        publisher.publish(records(5));
        assertThat(clients.getFirst().history())
                .extracting(record -> record.value()[0])
                .containsExactly((byte) 0, (byte) 1, (byte) 2, (byte) 3, (byte) 4);
    }

    @Test
    void a_record_that_fails_at_once_is_not_overtaken_and_the_client_is_given_up() {
        publisher.publish(records(1));
        clients.getFirst().sendException = new RecordTooLargeException("too large");
        assertThatThrownBy(() -> publisher.publish(records(3))).isInstanceOf(KafkaException.class);
        assertThat(clients.getFirst().history()).hasSize(1);
        assertThat(clients.getFirst().closed()).isTrue();
        publisher.publish(records(3));
        assertThat(clients).hasSize(2);
        assertThat(clients.getLast().history()).hasSize(3);
    }

    @Test
    void a_broker_that_does_not_answer_is_a_failure_and_the_client_is_given_up() {
        acknowledges = false;
        assertThatThrownBy(() -> publisher(Duration.ofMillis(100)).publish(records(2)))
                .isInstanceOf(KafkaException.class);
        assertThat(clients.getFirst().closed()).isTrue();
    }

    @Test
    void after_the_end_nothing_is_published() {
        publisher.close();
        assertThatThrownBy(() -> publisher.publish(records(1))).isInstanceOf(KafkaException.class);
    }

    private static List<ProducerRecord<byte[], byte[]>> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ProducerRecord<byte[], byte[]>("topic", new byte[] {1}, new byte[] {(byte) i}))
                .toList();
    }
}
