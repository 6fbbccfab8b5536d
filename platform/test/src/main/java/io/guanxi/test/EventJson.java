package io.guanxi.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Freezes the JSON of stored events: for each permitted subclass of a sealed event interface an approved file with every
 * field ({@code full}), one with none that may be absent ({@code minimal}), and the first form that was ever stored
 * ({@code oldest}), which only has to stay readable. A class without samples fails, so that none is forgotten.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> everyEventKeepsItsJson() {
 *     return EventJson.of(TicketEvent.class, json::write, json::read)
 *             .sample(openedWithEverything, openedWithTheLeast)
 *             .sample(closed, closed)
 *             .tests();
 * }
 * }</pre>
 *
 * @param <E> the sealed event interface
 */
public final class EventJson<E> {

    private record Sample<E>(E full, E minimal, E oldest) {}

    private final Class<E> events;
    private final Function<E, String> write;
    private final BiFunction<String, Class<? extends E>, ? extends E> read;
    private final Map<Class<?>, Sample<E>> samples = new LinkedHashMap<>();
    private final ApprovedFiles files;

    private EventJson(
            Class<E> events,
            Function<E, String> write,
            BiFunction<String, Class<? extends E>, ? extends E> read,
            ApprovedFiles files) {
        this.events = events;
        this.write = write;
        this.read = read;
        this.files = files;
    }

    /**
     * @param write as the event log writes
     * @param read as the event log reads, upcasters included
     */
    public static <E> EventJson<E> of(
            Class<E> events, Function<E, String> write, BiFunction<String, Class<? extends E>, ? extends E> read) {
        return new EventJson<>(events, write, read, new ApprovedFiles());
    }

    static <E> EventJson<E> of(
            Class<E> events,
            Function<E, String> write,
            BiFunction<String, Class<? extends E>, ? extends E> read,
            ApprovedFiles files) {
        return new EventJson<>(events, write, read, files);
    }

    /** For an event whose oldest form is its full one of today. */
    public EventJson<E> sample(E full, E minimal) {
        return sample(full, minimal, full);
    }

    /** @param oldest what the first form that was ever stored means today */
    public EventJson<E> sample(E full, E minimal, E oldest) {
        assertThat(minimal).as("the minimal sample").hasSameClassAs(full);
        assertThat(oldest).as("what the oldest form means").hasSameClassAs(full);
        assertThat(samples.put(full.getClass(), new Sample<>(full, minimal, oldest)))
                .as("an earlier sample of %s", full.getClass().getSimpleName())
                .isNull();
        return this;
    }

    /** Three tests for each event. */
    public Stream<DynamicTest> tests() {
        List<Class<? extends E>> all = permitted(events);
        assertThat(all)
                .as("events of the sealed interface %s", events.getSimpleName())
                .isNotEmpty();
        return all.stream().flatMap(this::testsOf);
    }

    private Stream<DynamicTest> testsOf(Class<? extends E> event) {
        String name = event.getSimpleName();
        Sample<E> sample = samples.get(event);
        if (sample == null) {
            return Stream.of(DynamicTest.dynamicTest(name + " has samples", () -> {
                throw new AssertionError(name + " has no sample; add .sample(full, minimal) for it");
            }));
        }
        return Stream.of(
                DynamicTest.dynamicTest(name + " with every field", () -> writtenAndRead(event, "full", sample.full())),
                DynamicTest.dynamicTest(
                        name + " with the least", () -> writtenAndRead(event, "minimal", sample.minimal())),
                DynamicTest.dynamicTest(name + " as it was first stored", () -> oldestIsRead(event, sample)));
    }

    private void writtenAndRead(Class<? extends E> event, String form, E sample) {
        files.checkJson(file(event, form), write.apply(sample));
        assertThat((Object) read.apply(files.read(file(event, form)), event)).isEqualTo(sample);
    }

    private void oldestIsRead(Class<? extends E> event, Sample<E> sample) {
        String file = file(event, "oldest");
        if (!files.exists(file)) {
            files.checkJson(file, write.apply(sample.oldest()));
        }
        assertThat((Object) read.apply(files.read(file), event)).isEqualTo(sample.oldest());
    }

    private String file(Class<?> event, String form) {
        return "events/%s/%s.%s.json".formatted(events.getSimpleName(), event.getSimpleName(), form);
    }

    /** The classes that an event of this sealed interface can have, through sealed interfaces below it. */
    private static <E> List<Class<? extends E>> permitted(Class<E> sealed) {
        List<Class<? extends E>> found = new ArrayList<>();
        Class<?>[] below = sealed.getPermittedSubclasses();
        for (Class<?> subclass : below == null ? new Class<?>[0] : below) {
            Class<? extends E> event = subclass.asSubclass(sealed);
            if (event.isInterface()) {
                found.addAll(permitted(event));
            } else {
                found.add(event);
            }
        }
        return found;
    }
}
