package io.guanxi.eventing.deadletter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/** Files what is on the topics of dead letters in the {@link DeadLetterIndex}. */
final class DeadLetterIndexer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterIndexer.class);
    private static final int AT_ONCE = 50;

    private final DeadLetterIndex index;
    private final Supplier<List<String>> topics;
    private final String group;
    private final Map<String, Object> consumer;
    private final DeadLetterReader reader = new DeadLetterReader();
    private @Nullable KafkaMessageListenerContainer<byte[], byte[]> container;
    private boolean indexed;

    /** @param topics asked when it starts; it reads nothing if there are none */
    DeadLetterIndexer(
            DeadLetterIndex index, Supplier<List<String>> topics, String group, Map<String, Object> connection) {
        this.index = index;
        this.topics = topics;
        this.group = group;
        this.consumer = new HashMap<>(connection);
        consumer.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
        consumer.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        consumer.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    private KafkaMessageListenerContainer<byte[], byte[]> container(List<String> names) {
        ContainerProperties properties = new ContainerProperties(names.toArray(String[]::new));
        properties.setMessageListener((BatchMessageListener<byte[], byte[]>) this::file);
        properties.setMissingTopicsFatal(false);
        KafkaMessageListenerContainer<byte[], byte[]> made = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        made.setBeanName(group);
        made.setCommonErrorHandler(untilItWorks());
        return made;
    }

    private static DefaultErrorHandler untilItWorks() {
        ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(10_000);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff);
        handler.setClassifications(Map.of(), true);
        return handler;
    }

    private void file(List<ConsumerRecord<byte[], byte[]>> records) {
        if (!indexed) {
            index.createIndexes();
            indexed = true;
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
            reader.read(record)
                    .ifPresentOrElse(
                            index::file,
                            () -> LOG.warn("{} is no dead letter of ours and is not listed", Coordinates.of(record)));
        }
    }

    @Override
    public synchronized void start() {
        List<String> names = topics.get();
        if (container == null && !names.isEmpty()) {
            container = container(names);
            container.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return container != null;
    }

    /** With the intake's bindings: before the web server, after the topics are there. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 3000;
    }
}
