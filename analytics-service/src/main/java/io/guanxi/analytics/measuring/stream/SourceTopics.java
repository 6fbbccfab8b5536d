package io.guanxi.analytics.measuring.stream;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/** The topics that are read, which must agree in their partitions. */
final class SourceTopics {

    private static final long DEADLINE_SECONDS = 15;

    private final Map<String, Object> connection;

    SourceTopics(Map<String, Object> connection) {
        this.connection = Map.copyOf(connection);
    }

    /**
     * Kafka Streams would start all the same, and tell one task of a customer's orders and another one of the tier.
     *
     * @throws IllegalStateException if they do not agree, or cannot be asked for
     */
    void check() {
        try (Admin admin = Admin.create(connection)) {
            Map<String, Integer> partitions = new TreeMap<>();
            Map<String, TopicDescription> described =
                    admin.describeTopics(ValueTopology.SOURCES).allTopicNames().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            described.forEach((topic, description) ->
                    partitions.put(topic, description.partitions().size()));
            requireEqual(partitions);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The partitions of the topics that are read cannot be asked for", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Asking for partitions was interrupted", e);
        }
    }

    static void requireEqual(Map<String, Integer> partitions) {
        if (partitions.values().stream().distinct().count() > 1) {
            throw new IllegalStateException("partitions: " + partitions
                    + " (expected: as many of each topic, since what is told of one customer must come to one task)");
        }
    }
}
