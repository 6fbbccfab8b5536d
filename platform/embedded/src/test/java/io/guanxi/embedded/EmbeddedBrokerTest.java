package io.guanxi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedRecordIsReadBackAfterAKill() throws Exception {
        Path data = folder.resolve("data");
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < 2; round++) {
            try (Child child = Child.start(
                    ProducingUntilKilled.class,
                    folder.resolve("child" + round),
                    data.toString(),
                    Integer.toString(round))) {
                child.await("ack", 400);
                child.kill();
                acknowledged.addAll(child.said("ack"));
            }
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(data, 0, 0);
                var consumer = consumer(broker)) {
            consumer.subscribe(List.of(ProducingUntilKilled.TOPIC));
            Set<String> read = new HashSet<>();
            Awaitility.await("all acknowledged records")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(200)).forEach(record -> read.add(record.key()));
                        return read.containsAll(acknowledged);
                    });
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(EmbeddedBroker broker) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG, "reader",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Test
    void aTakenPortAndAUsedFolderAreSaidClearlyAndTheFolderIsFreeAfterwards() throws Exception {
        try (ServerSocket taken = listening()) {
            assertThatExceptionOfType(PortTaken.class)
                    .isThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort(), 0))
                    .satisfies(e -> assertThat(e.port()).isEqualTo(taken.getLocalPort()));
            assertThatExceptionOfType(PortTaken.class)
                    .isThrownBy(() -> EmbeddedBroker.start(folder, 0, taken.getLocalPort()))
                    .withMessageContaining("controller");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, 0)) {
            assertThatExceptionOfType(DataFolderInUse.class)
                    .isThrownBy(() -> EmbeddedBroker.start(folder, 0, 0))
                    .withMessageContaining(folder.toString());
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                assertThat(admin.describeCluster().nodes().get()).hasSize(1);
            }
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }
}
