package io.guanxi.benchmarks.intelligence;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Paid orders of a shop with so many customers, by day, from a seed. */
final class OrderStream implements AutoCloseable {

    private static final String TENANT = "bench";
    private static final String SHOP = "shop";
    private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(365);

    private final KafkaProducer<String, byte[]> producer;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Random random = new Random(71);
    private final long expected;
    private long published;

    /** @param expected about how many orders will come; their times spread over a year */
    OrderStream(String bootstrapServers, long expected) {
        this.expected = expected;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 << 10),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One order each, of customers who have not ordered yet. */
    void firstOrders(int from, int to) {
        for (int customer = from; customer < to; customer++) {
            publish(customer);
        }
        producer.flush();
    }

    /** Orders of some of the customers, at random. */
    void furtherOrders(int customers, int orders) {
        for (int order = 0; order < orders; order++) {
            publish(random.nextInt(customers));
        }
        producer.flush();
    }

    private void publish(int customer) {
        String externalId = "c" + customer;
        CustomerKey key = CustomerKey.of(TENANT, SHOP, externalId);
        Instant happened = BEGINNING.plus(PERIOD.multipliedBy(published).dividedBy(expected));
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.SHOP_ORDERS, key.toString(), body(externalId));
        header(record, Envelope.ID, "bench-" + published);
        header(record, Envelope.SOURCE, "urn:guanxi:bench");
        header(record, Envelope.TYPE, EventTypes.SHOP_ORDER_PAID);
        header(record, Envelope.SPEC_VERSION, Envelope.SPEC_VERSION_VALUE);
        header(record, Envelope.CONTENT_TYPE, Envelope.CONTENT_TYPE_VALUE);
        header(record, Envelope.SUBJECT, key.toString());
        header(record, Envelope.TENANT, TENANT);
        header(record, Envelope.TIME, happened.toString());
        published++;
        producer.send(record);
    }

    private byte[] body(String externalId) {
        String amount = BigDecimal.valueOf(500 + random.nextInt(10_000), 2).toPlainString();
        return json.writeValueAsBytes(Map.of(
                "orderId",
                "o" + published,
                "shop",
                SHOP,
                "buyer",
                Map.of("externalId", externalId),
                "channel",
                "web",
                "currency",
                "EUR",
                "lines",
                List.of(Map.of("lineId", "1", "sku", "s" + random.nextInt(500), "quantity", 1, "amount", amount)),
                "totals",
                Map.of("grand", amount)));
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
