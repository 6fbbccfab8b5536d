package io.guanxi.analytics.models.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelEvent.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All versions of a tenant's models and rules.
 *
 * @param asOf the day for which it is said what is in force
 * @param versions by kind, the newest first
 */
record ModelsAnswer(LocalDate asOf, List<Line> versions) {

    /**
     * A version.
     *
     * @param kind {@code lifetime}, {@code risk}, {@code clusters} or {@code pyramid}
     * @param effectiveFrom asked for this day or a later one it is used, until there is a later version
     * @param inForce whether it is the one that is used for the day
     * @param by the person as tokens name them, or the run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String kind,
            int version,
            LocalDate effectiveFrom,
            boolean inForce,
            Instant recordedAt,
            String by,
            @Nullable String why) {}

    static ModelsAnswer of(ModelBook book, LocalDate asOf) {
        return new ModelsAnswer(
                asOf,
                Arrays.stream(ModelKind.values())
                        .flatMap(kind -> lines(kind, book, asOf))
                        .toList());
    }

    private static Stream<Line> lines(ModelKind kind, ModelBook book, LocalDate asOf) {
        List<? extends Version> versions = kind.versions(book);
        Version inForce = inForce(versions, asOf);
        return versions.reversed().stream()
                .map(version -> new Line(
                        kind.word(),
                        version.version(),
                        version.effectiveFrom(),
                        version.equals(inForce),
                        version.cause().at(),
                        version.cause().by(),
                        version.cause().why()));
    }

    /** The last one that begins on the day or before; null if none does. */
    static @Nullable Version inForce(List<? extends Version> versions, LocalDate asOf) {
        return versions.reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(asOf))
                .findFirst()
                .orElse(null);
    }
}
