package io.guanxi.contracts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a topic is kept.
 *
 * @param name the topic's name
 * @param compacted true if only the last record of each key is kept and a tombstone removes the key
 * @param retention how long a record is kept after it was appended; null if without limit (always so where compacted). An
 *     operator may change it on the broker.
 */
public record TopicDefinition(
        String name, boolean compacted, @Nullable Duration retention) {

    /** How long a reader that is away may be, and still see that a key was removed. */
    private static final Duration TOMBSTONES_KEPT = Duration.ofDays(7);

    /** An erased person's last record must be gone from the log by then, however little else is written. */
    private static final Duration COMPACTED_WITHIN = Duration.ofDays(1);

    /** @throws IllegalArgumentException if a compacted topic is given a retention, or the retention is not positive */
    public TopicDefinition {
        if (compacted && retention != null) {
            throw new IllegalArgumentException(name + " is compacted and cannot have a retention of " + retention);
        }
        if (retention != null && !retention.isPositive()) {
            throw new IllegalArgumentException(name + ": retention " + retention + " (expected: more than zero)");
        }
    }

    static TopicDefinition compacted(String name) {
        return new TopicDefinition(name, true, null);
    }

    static TopicDefinition kept(String name, Duration retention) {
        return new TopicDefinition(name, false, retention);
    }

    /**
     * The topic's configuration on a Kafka broker.
     *
     * <p>Records are stamped when they are appended: an order of 1997 that is imported today is kept for the retention from
     * today. When it happened is in {@link Envelope#TIME}.
     */
    public Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("message.timestamp.type", "LogAppendTime");
        if (compacted) {
            configuration.put("cleanup.policy", "compact");
            configuration.put("delete.retention.ms", Long.toString(TOMBSTONES_KEPT.toMillis()));
            configuration.put("max.compaction.lag.ms", Long.toString(COMPACTED_WITHIN.toMillis()));
        } else {
            configuration.put("cleanup.policy", "delete");
            configuration.put("retention.ms", retention == null ? "-1" : Long.toString(retention.toMillis()));
        }
        return Map.copyOf(configuration);
    }
}
