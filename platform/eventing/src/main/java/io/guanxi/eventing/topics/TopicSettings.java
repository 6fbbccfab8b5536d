package io.guanxi.eventing.topics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created ({@code guanxi.topics}). What exists already stays as it is.
 *
 * @param partitions of each topic; a customer's events stay in order only while it is not changed
 * @param replicationFactor at most the number of brokers; 3 in production
 * @param minInSyncReplicas how many replicas must have a record before it counts; 0 leaves it to the broker
 * @param startTimeout how long the start of the service waits for a broker that is away; it goes on trying afterwards
 */
@ConfigurationProperties("guanxi.topics")
record TopicSettings(
        @DefaultValue("4") int partitions,
        @DefaultValue("1") short replicationFactor,
        @DefaultValue("0") int minInSyncReplicas,
        @DefaultValue("30s") Duration startTimeout) {

    TopicSettings {
        require(partitions >= 1 && partitions <= 10_000, "partitions", partitions, "1 to 10000");
        require(replicationFactor >= 1 && replicationFactor <= 15, "replication-factor", replicationFactor, "1 to 15");
        require(
                minInSyncReplicas >= 0 && minInSyncReplicas <= replicationFactor,
                "min-in-sync-replicas",
                minInSyncReplicas,
                "0 to the replication factor");
        require(!startTimeout.isNegative(), "start-timeout", startTimeout, "zero or more");
    }

    private static void require(boolean fits, String name, Object value, String expected) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "guanxi.topics." + name + ": " + value + " (expected: " + expected + ")");
        }
    }
}
