package io.guanxi.eventing.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedBroker;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventing.view.View;
import io.guanxi.eventing.view.ViewStore;
import io.guanxi.eventing.view.Views;
import io.guanxi.test.Api;
import io.guanxi.test.TestTokens;
import io.guanxi.web.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The sample service with a broker and a store of its own, which a test may stop and start. */
public final class RunningService implements AutoCloseable {

    private final Path folder;
    private final EmbeddedStore store;
    private final int brokerPort;
    private EmbeddedBroker broker;
    private final Map<String, Object> properties = new HashMap<>();
    private final KafkaProducer<byte[], byte[]> producer;
    private final MongoClient client;
    private ConfigurableApplicationContext context;

    public RunningService(Map<String, Object> more) {
        try {
            folder = Files.createTempDirectory("eventing");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the test's data", e);
        }
        store = EmbeddedStore.start(folder.resolve("store"), 0);
        client = MongoClients.create(store.uri());
        broker = EmbeddedBroker.start(folder.resolve("broker"), 0, 0);
        brokerPort = broker.port();
        properties.put("spring.config.name", "order-book-service");
        properties.put("spring.main.banner-mode", "off");
        properties.put("server.port", "0");
        properties.put("guanxi.service", "orderbook");
        properties.put("spring.mongodb.uri", storeUri());
        properties.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        properties.put("spring.security.oauth2.resourceserver.jwt.public-key-location", TestTokens.publicKeyLocation());
        properties.put("spring.cloud.function.definition", "shopOrders");
        properties.put("spring.cloud.stream.bindings.shopOrders-in-0.destination", "shop.orders.v1");
        // Longer than a test: what is tried again is tried because something asked for it.
        properties.put("guanxi.intake.first-retry", "5m");
        properties.put("guanxi.follow.longest-retry", "1s");
        properties.put("management.tracing.export.enabled", "false");
        properties.put("logging.level.root", "WARN");
        properties.put("logging.level.org.apache.kafka", "ERROR");
        properties.put("logging.level.kafka", "ERROR");
        properties.putAll(more);
        context = OrderBookService.application(properties).run();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** The service's data, also while it is stopped. */
    public MongoDatabase database() {
        return client.getDatabase("orderbook");
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public OrderBookService service() {
        return context.getBean(OrderBookService.class);
    }

    /** A second instance of the same service, as another process would be. */
    public ConfigurableApplicationContext another() {
        return OrderBookService.application(properties).run();
    }

    /** @param whileStopped what happens in between */
    public void restart(Runnable whileStopped) {
        context.close();
        whileStopped.run();
        context = OrderBookService.application(properties).run();
    }

    public void stopBroker() {
        broker.close();
    }

    public void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("broker"), brokerPort, 0);
    }

    public Api operator(String tenant) {
        return Api.at(address()).as(operatorToken(tenant));
    }

    public String operatorToken(String tenant) {
        return TestTokens.token(tenant, Role.OPERATOR);
    }

    public String address() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port", "0");
    }

    /** Of the service's own database. */
    public String storeUri() {
        return store.uri() + "/orderbook";
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @SafeVarargs
    public final void send(ProducerRecord<byte[], byte[]>... records) {
        for (ProducerRecord<byte[], byte[]> record : records) {
            producer.send(record);
        }
        producer.flush();
    }

    @SuppressWarnings("unchecked")
    public ViewStore<OrderBook> books() {
        return context.getBean(Views.class).store((View<OrderBook>) context.getBean("orderBooks"));
    }

    public List<String> notes(String externalId) {
        return books().find(Shop.customer(externalId).toString())
                .map(OrderBook::notes)
                .orElse(List.of());
    }

    public void awaitNotes(String externalId, String... notes) {
        eventually(() -> notes(externalId), found -> assertThat(found).containsExactly(notes));
    }

    public static <T> void eventually(Supplier<T> value, java.util.function.Consumer<T> check) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> check.accept(value.get()));
    }

    /** All records of a topic from its beginning, once it has been silent for a moment. */
    public List<ConsumerRecord<byte[], byte[]>> all(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<org.apache.kafka.common.TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        context.close();
        client.close();
        broker.close();
        store.close();
    }
}
