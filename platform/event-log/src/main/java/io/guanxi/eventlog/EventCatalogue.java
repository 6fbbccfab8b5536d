package io.guanxi.eventlog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of one service: a wire name and a revision for each class. What is stored carries the name and never the
 * class, so classes may be renamed and moved. Written once, as a bean; the event log starts where such a bean exists.
 *
 * <p>Bodies are JSON: records by their components, absent values left out, instants in ISO 8601, decimals as plain strings,
 * unknown fields ignored on reading. A value whose type is a sealed interface carries {@code "type"}: the name given by
 * {@link Builder#variant}.
 */
public final class EventCatalogue {

    private final Map<String, Entry> byName;
    private final Map<Class<?>, Entry> byClass;
    private final Map<Class<?>, String> variants;
    private final JsonMapper mapper;

    private EventCatalogue(Map<String, Entry> byName, Map<Class<?>, String> variants) {
        this.byName = byName;
        this.variants = variants;
        Map<Class<?>, Entry> classes = new LinkedHashMap<>();
        byName.values().forEach(entry -> classes.put(entry.type(), entry));
        this.byClass = Collections.unmodifiableMap(classes);
        this.mapper = EventJson.mapper(variants);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** @throws UnknownEvent if the class is in no entry */
    public String nameOf(Class<?> type) {
        return entryOf(type).name();
    }

    /** @throws UnknownEvent if the class is in no entry */
    public String revisionOf(Class<?> type) {
        return entryOf(type).revision();
    }

    /** @throws UnknownEvent if there is no such name */
    public Class<?> classOf(String name) {
        Entry entry = byName.get(name);
        if (entry == null) {
            throw new UnknownEvent("event name: " + name + " (expected: one of " + byName.keySet() + ")");
        }
        return entry.type();
    }

    /** The names and classes, in the order they were written. */
    public Map<String, Class<?>> classes() {
        Map<String, Class<?>> classes = new LinkedHashMap<>();
        byName.forEach((name, entry) -> classes.put(name, entry.type()));
        return classes;
    }

    /** The body of an event as it is stored; for approved files. */
    public String toJson(Object event) {
        entryOf(event.getClass());
        return mapper.writeValueAsString(event);
    }

    /** The event that a stored body of this name means; for golden streams. */
    public Object fromJson(String name, String body) {
        return mapper.readValue(body, classOf(name));
    }

    public JsonMapper mapper() {
        return mapper;
    }

    public Map<Class<?>, String> variants() {
        return variants;
    }

    private Entry entryOf(Class<?> type) {
        @Nullable Entry entry = byClass.get(type);
        if (entry == null) {
            throw new UnknownEvent("event class: " + type.getName() + " (expected: one of " + byClass.keySet() + ")");
        }
        return entry;
    }

    private record Entry(String name, String revision, Class<?> type) {}

    /** Collects the entries; a name or a class that comes twice is refused at once. */
    public static final class Builder {

        private static final String FIRST_REVISION = "1";

        private final Map<String, Entry> byName = new LinkedHashMap<>();
        private final Map<Class<?>, String> variants = new LinkedHashMap<>();

        private Builder() {}

        /** An event in its first revision. */
        public Builder event(String name, Class<?> type) {
            return event(name, FIRST_REVISION, type);
        }

        /** An event whose body changed its shape; an upcaster lifts the older revisions. */
        public Builder event(String name, String revision, Class<?> type) {
            if (!name.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+")) {
                throw new IllegalArgumentException("event name: " + name + " (expected: like ticket.opened)");
            }
            boolean classIsTaken = byName.values().stream().anyMatch(entry -> entry.type() == type);
            if (classIsTaken || byName.putIfAbsent(name, new Entry(name, revision, type)) != null) {
                throw new IllegalArgumentException("event: " + name + ", " + type.getName() + " (expected: each once)");
            }
            return this;
        }

        /** The written name of one implementation of a sealed interface that is used inside events. */
        public Builder variant(String name, Class<?> type) {
            if (variants.containsValue(name) || variants.putIfAbsent(type, name) != null) {
                throw new IllegalArgumentException(
                        "variant: " + name + ", " + type.getName() + " (expected: each once)");
            }
            return this;
        }

        /**
         * @throws IllegalArgumentException if an event contains a sealed interface with an implementation that has no name:
         *     its class name would become part of history
         */
        public EventCatalogue build() {
            byName.values().forEach(entry -> VariantCheck.check(entry.type(), variants.keySet()));
            return new EventCatalogue(Collections.unmodifiableMap(new LinkedHashMap<>(byName)), Map.copyOf(variants));
        }
    }
}
