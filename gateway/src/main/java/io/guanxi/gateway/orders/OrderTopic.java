package io.guanxi.gateway.orders;

import io.guanxi.web.RequestRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The topic that orders go to. A shop is answered when the broker has its order on all replicas; if that cannot be said in
 * time, it is told to send the same again, which is safe because an event keeps its id.
 */
@Component
class OrderTopic implements DisposableBean {

    private static final Duration DELIVERED_WITHIN = Duration.ofSeconds(8);
    private static final Duration BLOCKED_AT_MOST = Duration.ofSeconds(2);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;

    OrderTopic(@Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        "gateway-orders",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        8 * 1024 * 1024L,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        BLOCKED_AT_MOST.toMillis(),
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        3_000,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) DELIVERED_WITHIN.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Returns when all are on the topic, in this order for each customer. */
    void publish(List<ProducerRecord<String, byte[]>> records) {
        try {
            List<? extends Future<?>> sent =
                    records.stream().map(producer::send).toList();
            for (Future<?> one : sent) {
                one.get(DELIVERED_WITHIN.plus(BLOCKED_AT_MOST).toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        }
    }

    private static RequestRefused unavailable() {
        return RequestRefused.unavailable(
                "orders-not-taken",
                "The order topic does not take events at present. Send the same request again; an event that was"
                        + " published already is not counted twice.",
                RETRY_AFTER);
    }

    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(10));
    }
}
