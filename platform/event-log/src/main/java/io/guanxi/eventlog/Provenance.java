package io.guanxi.eventlog;

import io.guanxi.kernel.Origin;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** What is kept about an event beside the event: whose it is, when it happened, and what set it off. */
record Provenance(
        String tenant,
        Instant happened,
        String correlationId,
        @Nullable String causationId,
        @Nullable String actor,
        @Nullable String traceparent) {

    static final String TENANT = "tenant";
    static final String HAPPENED = "happened";
    static final String CORRELATION = "correlationId";
    static final String CAUSATION = "causationId";
    static final String ACTOR = "actor";
    static final String TRACE = "traceparent";

    static Provenance of(Origin origin, Instant happened, @Nullable String traceparent) {
        return new Provenance(
                origin.tenant(), happened, origin.correlationId(), origin.causationId(), origin.actor(), traceparent);
    }

    /** @throws IllegalArgumentException if tenant, correlation or time are missing: the event did not come from {@link Commands} */
    static Provenance of(Map<String, ?> metaData) {
        return new Provenance(
                required(metaData, TENANT),
                Instant.parse(required(metaData, HAPPENED)),
                required(metaData, CORRELATION),
                optional(metaData, CAUSATION),
                optional(metaData, ACTOR),
                optional(metaData, TRACE));
    }

    /** Texts only, so that metadata is the same before it is stored and after it is read. */
    Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(TENANT, tenant);
        map.put(HAPPENED, happened.toString());
        map.put(CORRELATION, correlationId);
        put(map, CAUSATION, causationId);
        put(map, ACTOR, actor);
        put(map, TRACE, traceparent);
        return map;
    }

    MetaData asMetaData() {
        return MetaData.from(asMap());
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
