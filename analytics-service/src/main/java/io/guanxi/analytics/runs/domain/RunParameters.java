package io.guanxi.analytics.runs.domain;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a run is done by, what was not given as well.
 *
 * @param values by name, each in the one way it is written
 */
public record RunParameters(SortedMap<String, String> values) {

    public RunParameters {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Parameters, or what is wrong with each of those that were given, by name. */
    public sealed interface Read {

        record Accepted(RunParameters parameters) implements Read {}

        record Faulty(SortedMap<String, String> faults) implements Read {}
    }

    /**
     * @param given by name, as somebody wrote them
     * @param asOf the day of the run
     */
    public static Read read(RunKind kind, Map<String, String> given, LocalDate asOf) {
        SortedMap<String, String> faults = new TreeMap<>();
        SortedMap<String, String> values = new TreeMap<>();
        given.keySet().stream()
                .filter(name -> kind.parameters().stream()
                        .noneMatch(parameter -> parameter.name().equals(name)))
                .forEach(name -> faults.put(name, "is no parameter of " + kind.word()));
        for (Parameter parameter : kind.parameters()) {
            String value = given.get(parameter.name());
            Optional<String> written = value == null
                    ? Optional.ofNullable(standard(parameter, asOf))
                    : parameter.form().written(value);
            if (written.isPresent()) {
                values.put(parameter.name(), written.get());
            } else if (value != null) {
                faults.put(parameter.name(), parameter.form().expected());
            }
        }
        if (faults.isEmpty()) {
            faults.putAll(TogetherRules.broken(new RunParameters(values), asOf));
        }
        return faults.isEmpty() ? new Read.Accepted(new RunParameters(values)) : new Read.Faulty(faults);
    }

    private static @Nullable String standard(Parameter parameter, LocalDate asOf) {
        return Parameter.AS_OF.equals(parameter.standard()) ? asOf.toString() : parameter.standard();
    }

    public String text(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    public Optional<String> textIfAny(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public LocalDate day(String name) {
        return LocalDate.parse(text(name));
    }

    public Optional<LocalDate> dayIfAny(String name) {
        return textIfAny(name).map(LocalDate::parse);
    }

    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    public double decimal(String name) {
        return Double.parseDouble(text(name));
    }
}
