package io.guanxi.standalone.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.SchemaCatalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingAnOrderLogTest {

    private static final String LOG =
            "00001 19970101 1 11.77\n00002 19970112 1 12.00\n00002 19970112 5 -77.00\nnonsense\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private OrderImport.Summary publish(MockProducer<String, byte[]> producer) throws IOException {
        Path file = Files.writeString(folder.resolve("log.txt"), LOG);
        return new OrderImport("demo", "cdnow", producer, new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(file, new OrderLogFormat.Cdnow());
    }

    private static MockProducer<String, byte[]> broker() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void anOrderIsAnEventThatFulfilsItsSchema() throws IOException {
        MockProducer<String, byte[]> broker = broker();

        OrderImport.Summary summary = publish(broker);

        assertThat(summary.published()).isEqualTo(2);
        ProducerRecord<String, byte[]> record = broker.history().getFirst();
        assertThat(record.topic()).isEqualTo("shop.orders.v1");
        assertThat(record.key())
                .isEqualTo(CustomerKey.of("demo", "cdnow", "00001").toString());
        assertThat(header(record, Envelope.TIME)).isEqualTo("1997-01-01T00:00:00Z");
        assertThat(header(record, Envelope.TENANT)).isEqualTo("demo");
        assertThat(SchemaCatalogue.published().validate(header(record, Envelope.TYPE), record.value()))
                .isEmpty();
    }

    @Test
    void whatCannotBeUsedIsToldAndNotPublished() throws IOException {
        OrderImport.Summary summary = publish(broker());

        assertThat(summary.bad()).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("line 3: /").contains("line 4: 1 fields");
    }

    @Test
    void theSameLogTwiceIsTheSameEvents() throws IOException {
        MockProducer<String, byte[]> first = broker();
        MockProducer<String, byte[]> second = broker();
        publish(first);
        publish(second);

        assertThat(ids(second)).isEqualTo(ids(first)).doesNotHaveDuplicates();
    }

    private static List<String> ids(MockProducer<String, byte[]> broker) {
        return broker.history().stream()
                .map(record -> header(record, Envelope.ID))
                .toList();
    }

    @Test
    void aBrokerThatDoesNotTakeAnOrderEndsTheImport() {
        assertThatIllegalStateException().isThrownBy(() -> publish(refusing())).withMessageContaining("again");
    }

    private static MockProducer<String, byte[]> refusing() {
        return new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized void flush() {
                while (errorNext(new TimeoutException("no broker"))) {
                    // Until nothing waits.
                }
            }
        };
    }
}
