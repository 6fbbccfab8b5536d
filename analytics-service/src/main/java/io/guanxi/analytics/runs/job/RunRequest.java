package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.analytics.runs.domain.RunParameters;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run, completed when it was asked for, so that nothing that comes later changes it.
 *
 * @param given parameters as somebody wrote them
 * @param givenAsOf the day as somebody wrote it; null if it was left to us
 * @param parameters all of them
 * @param asOf the day of the run (UTC)
 */
public record RunRequest(
        String kind,
        SortedMap<String, String> given,
        @Nullable LocalDate givenAsOf,
        SortedMap<String, String> parameters,
        LocalDate asOf) {

    public RunRequest {
        given = Collections.unmodifiableSortedMap(new TreeMap<>(given));
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** @throws IllegalStateException if a newer version of this service has asked for it */
    RunKind runKind() {
        return RunKind.of(kind).orElseThrow(() -> new IllegalStateException("kind of run: " + kind));
    }

    RunParameters runParameters() {
        return new RunParameters(parameters);
    }
}
