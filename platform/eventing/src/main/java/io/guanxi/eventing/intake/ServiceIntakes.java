package io.guanxi.eventing.intake;

import io.guanxi.contracts.Topics;
import io.guanxi.eventing.deadletter.ConsumedTopics;
import io.guanxi.eventing.deadletter.DeadLetterIndex;
import io.guanxi.eventing.deadletter.DeadLetters;
import io.guanxi.eventing.signals.EventingSignals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/** The intakes of a service. They share one pool, so that no topic takes more than its turn. */
final class ServiceIntakes implements Intakes, ConsumedTopics, KafkaBindingRebalanceListener, AutoCloseable {

    private final RecordReader reader;
    private final Parking parking;
    private final ParkedLanes parked;
    private final LaneLocks locks;
    private final DeadLetters deadLetters;
    private final DeadLetterIndex index;
    private final IntakeTracing tracing;
    private final MeterRegistry meters;
    private final IntakeSettings settings;
    private final ExecutorService pool;
    private final Map<String, TopicIntake> intakes = new ConcurrentHashMap<>();

    ServiceIntakes(
            RecordReader reader,
            Parking parking,
            ParkedLanes parked,
            LaneLocks locks,
            DeadLetters deadLetters,
            DeadLetterIndex index,
            IntakeTracing tracing,
            MeterRegistry meters,
            IntakeSettings settings) {
        this.reader = reader;
        this.parking = parking;
        this.parked = parked;
        this.locks = locks;
        this.deadLetters = deadLetters;
        this.index = index;
        this.tracing = tracing;
        this.meters = meters;
        this.settings = settings;
        this.pool = Executors.newFixedThreadPool(
                settings.parallelism(), Thread.ofVirtual().name("intake-", 0).factory());
    }

    @Override
    public Consumer<RecordBatch> intake(String topic, EventHandler handler) {
        if (Topics.all().stream().noneMatch(known -> known.name().equals(topic))) {
            throw new IllegalArgumentException("topic: " + topic + " (expected: one of io.guanxi.contracts.Topics)");
        }
        LaneWork work = new LaneWork(
                reader,
                new HandlerCall(topic, handler, tracing, meters),
                parking,
                parked,
                deadLetters::send,
                index::resolved);
        TopicIntake intake =
                new TopicIntake(topic, work, locks, parked, deadLetters::send, pool, settings.batchBudget(), meters);
        if (intakes.putIfAbsent(topic, intake) != null) {
            throw new IllegalArgumentException(
                    "topic: " + topic + " has an intake already (expected: one per service)");
        }
        Gauge.builder(EventingSignals.PARKED_CUSTOMERS.meter(), parked, lanes -> lanes.size(topic))
                .tag("topic", topic)
                .register(meters);
        return intake;
    }

    @Override
    public List<String> consumedTopics() {
        return intakes.keySet().stream().sorted().toList();
    }

    Collection<TopicIntake> all() {
        return intakes.values();
    }

    @Override
    public void onPartitionsAssigned(
            String binding,
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions,
            boolean initial) {
        byTopic(partitions).forEach(parked::assigned);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(
            String binding,
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer,
            Collection<TopicPartition> partitions) {
        byTopic(partitions).forEach((topic, revoked) -> {
            parked.revoked(topic, revoked);
            TopicIntake intake = intakes.get(topic);
            if (intake != null) {
                intake.revoked(revoked);
            }
        });
    }

    private static Map<String, Collection<Integer>> byTopic(Collection<TopicPartition> partitions) {
        return partitions.stream()
                .collect(Collectors.groupingBy(
                        TopicPartition::topic,
                        Collectors.mapping(
                                TopicPartition::partition, Collectors.toCollection(java.util.TreeSet::new))));
    }

    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(5, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
