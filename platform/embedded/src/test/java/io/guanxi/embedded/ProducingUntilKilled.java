package io.guanxi.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says on its output which records the broker has acknowledged. */
final class ProducingUntilKilled {

    static final String TOPIC = "kill.records.v1";

    private ProducingUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0, 0);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers(), ProducerConfig.ACKS_CONFIG, "all");
        try (Admin admin = Admin.create(settings)) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1)))
                        .all()
                        .get();
            }
        }
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        for (int n = 0; ; n++) {
            String key = arguments[1] + "-" + n;
            byte[] value = key.repeat(10).getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(TOPIC, key, value), (any, failure) -> {
                if (failure == null) {
                    System.out.println("ack " + key);
                }
            });
            if (n % 20 == 0) {
                producer.flush();
            }
        }
    }
}
