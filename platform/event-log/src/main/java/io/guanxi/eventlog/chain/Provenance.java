package io.guanxi.eventlog.chain;

import io.guanxi.eventlog.Commands;
import io.guanxi.kernel.Origin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept about an event beside the event: whose it is, when it happened, and what set it off. */
public record Provenance(
        String tenant,
        Instant happened,
        String correlationId,
        @Nullable String causationId,
        @Nullable String actor,
        @Nullable String traceparent) {

    public static final String TENANT = "tenant";
    public static final String HAPPENED = "happened";
    public static final String CORRELATION = "correlationId";
    public static final String CAUSATION = "causationId";
    public static final String ACTOR = "actor";
    public static final String TRACE = "traceparent";

    public static Provenance of(Origin origin, Instant happened, @Nullable String traceparent) {
        return new Provenance(
                origin.tenant(), happened, origin.correlationId(), origin.causationId(), origin.actor(), traceparent);
    }

    /** @throws IllegalArgumentException if tenant, correlation or time are missing: the event did not come from {@link Commands} */
    public static Provenance of(Map<String, ?> metaData) {
        return new Provenance(
                required(metaData, TENANT),
                Instant.parse(required(metaData, HAPPENED)),
                required(metaData, CORRELATION),
                optional(metaData, CAUSATION),
                optional(metaData, ACTOR),
                optional(metaData, TRACE));
    }

    /** Texts only, so that metadata is the same before it is stored and after it is read. */
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(TENANT, tenant);
        map.put(HAPPENED, happened.toString());
        map.put(CORRELATION, correlationId);
        put(map, CAUSATION, causationId);
        put(map, ACTOR, actor);
        put(map, TRACE, traceparent);
        return map;
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static String required(Map<String, ?> metaData, String key) {
        String value = optional(metaData, key);
        if (value == null) {
            throw new IllegalArgumentException("metadata without " + key
                    + " (expected: tenant, correlationId and happened; send commands through Commands)");
        }
        return value;
    }

    private static @Nullable String optional(Map<String, ?> metaData, String key) {
        return metaData.get(key) instanceof String text ? text : null;
    }
}
