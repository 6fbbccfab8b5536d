package io.guanxi.eventing.log;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** How far a service has read its topics: the offsets of its consumer group, which bears its name. */
final class TopicReading implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Admin admin;
    private final String bootstrapServers;
    private final String group;

    TopicReading(String bootstrapServers, String group) {
        this.bootstrapServers = bootstrapServers;
        this.group = group;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis() / 3));
    }

    /** Whether somebody reads in this group. */
    boolean isInUse() throws InterruptedException {
        try {
            return admin
                    .describeConsumerGroups(Set.of(group))
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .values()
                    .stream()
                    .anyMatch(described -> !described.members().isEmpty());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw away(e);
        } catch (TimeoutException e) {
            throw away(e);
        }
    }

    /**
     * Whether the group is a Kafka Streams application, whose offsets belong to its own state and not to the log: it goes on
     * where it is.
     */
    boolean isStreams() throws InterruptedException {
        return answer(admin.listTopics().names()).stream()
                .anyMatch(topic -> topic.startsWith(group + "-") && topic.endsWith("-changelog"));
    }

    /**
     * Lets the group begin again.
     *
     * @param others partitions of which to tell the offset too
     * @param since when what is read again was published; null for all that the topics still have
     * @return from which offset on each partition is read
     */
    Map<TopicPartition, Long> beginAgain(Set<TopicPartition> others, @Nullable Instant since)
            throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
                        .partitionsToOffsetAndMetadata(group));
        Set<TopicPartition> partitions = new HashSet<>(others);
        partitions.addAll(committed.keySet());
        if (partitions.isEmpty()) {
            return Map.of();
        }
        OffsetSpec from = since == null ? OffsetSpec.earliest() : OffsetSpec.forTimestamp(since.toEpochMilli());
        Map<TopicPartition, Long> again = offsets(partitions, from);
        if (since != null) {
            offsets(without(again), OffsetSpec.latest()).forEach(again::put);
        }
        answer(admin.alterConsumerGroupOffsets(
                        group,
                        again.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, offset -> new OffsetAndMetadata(offset.getValue()))))
                .all());
        return again;
    }

    /** Those on which nothing was published since. */
    private static Set<TopicPartition> without(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .filter(offset -> offset.getValue() < 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException {
        Map<TopicPartition, ListOffsetsResultInfo> found = answer(admin.listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which)))
                .all());
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    private <T> T answer(KafkaFuture<T> asked) throws InterruptedException {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw away(e);
        }
    }

    private RestoreRefused away(Exception why) {
        Throwable cause = why.getCause() == null ? why : why.getCause();
        RestoreRefused refused = new RestoreRefused("the broker at " + bootstrapServers
                + " does not do what it is asked (" + cause.getClass().getSimpleName() + ")");
        refused.addSuppressed(why);
        return refused;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
