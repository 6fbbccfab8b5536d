package io.guanxi.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts records on topics of the {@link TestPlatform} and waits for what services publish. Topics are made as needed. */
public final class TestTopics {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PARTITIONS = 4;

    private TestTopics() {}

    /** A record as it was read; headers as text. */
    public record Read(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            byte @Nullable [] value) {

        public JsonNode json() {
            return JSON.readTree(value);
        }

        /** The CloudEvents type; empty if the record is no event. */
        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        @Override
        public String toString() {
            String body = value == null ? "(no body)" : new String(value, StandardCharsets.UTF_8);
            return "%s-%d@%d %s %s %s".formatted(topic, partition, offset, key, type(), body);
        }
    }

    /**
     * The headers of an event in CloudEvents binary mode, with a random id, which a test may replace.
     *
     * @param subject the customer key, whose part before the slash is the tenant
     */
    public static Map<String, String> cloudEvent(String type, String subject, Instant happened) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "urn:guanxi:test");
        headers.put("ce_type", type);
        headers.put("ce_subject", subject);
        headers.put("ce_time", happened.toString());
        headers.put("ce_tenant", subject.substring(0, Math.max(0, subject.indexOf('/'))));
        headers.put("content-type", "application/json");
        return headers;
    }

    /**
     * Returns when the broker has the record.
     *
     * @param body a text is sent as it is, bytes too, null as a tombstone, anything else as its JSON
     */
    public static void publish(String topic, String key, Map<String, String> headers, @Nullable Object body) {
        create(topic);
        ProducerRecord<String, byte[]> published = new ProducerRecord<>(topic, key, bytes(body));
        headers.forEach((name, value) -> published.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            Producer.OPEN.send(published).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not published to " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing to " + topic, e);
        }
    }

    /** Waits for the first record that fits, read from the topic's beginning. */
    public static Read awaitOne(String topic, Predicate<Read> wanted, Duration deadline) {
        return await(topic, wanted, found -> !found.isEmpty(), deadline).getFirst();
    }

    /**
     * Reads a topic from its beginning until the records that are wanted are enough.
     *
     * @param wanted which records count; topics are shared, so ask for the test's own tenant
     * @return the wanted records, in order within a partition
     * @throws AssertionError at the deadline, with what was there
     */
    public static List<Read> await(
            String topic, Predicate<Read> wanted, Predicate<List<Read>> enough, Duration deadline) {
        create(topic);
        List<Read> found = new ArrayList<>();
        long end = System.nanoTime() + deadline.toNanos();
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!enough.test(List.copyOf(found))) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError(
                            "not enough on %s within %s; wanted and found: %s".formatted(topic, deadline, found));
                }
                for (ConsumerRecord<String, byte[]> next : consumer.poll(Duration.ofMillis(100))) {
                    Read read = read(next);
                    if (wanted.test(read)) {
                        found.add(read);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /** Makes a topic that is not there yet. */
    public static void create(String topic) {
        if (!Created.TOPICS.add(topic)) {
            return;
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("no topic " + topic, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating " + topic, e);
        }
    }

    private static Read read(ConsumerRecord<String, byte[]> found) {
        Map<String, String> headers = new LinkedHashMap<>();
        found.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Read(found.topic(), found.partition(), found.offset(), found.key(), headers, found.value());
    }

    private static byte @Nullable [] bytes(@Nullable Object body) {
        return switch (body) {
            case null -> null;
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case Object value -> JSON.writeValueAsBytes(value);
        };
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestPlatform.bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Opened by the first use of this class and shared by all tests of a run. */
    private static final class Producer {
        static final KafkaProducer<String, byte[]> OPEN = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        TestPlatform.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static final class Created {
        static final Set<String> TOPICS = java.util.Collections.synchronizedSet(new HashSet<>());
    }
}
