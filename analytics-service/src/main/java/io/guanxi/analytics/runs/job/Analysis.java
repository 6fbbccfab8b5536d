package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.analytics.runs.domain.RunParameters;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How one kind of run is done, stage by stage. A stage may be done twice, so what it finds follows from its turn and from what
 * was known by the end of the day, and what it brings into force does so under the run's own name.
 */
interface Analysis {

    RunKind kind();

    /** How many stages there are, as far as one can say. */
    int stages();

    Stage stage(Turn turn) throws Exception;

    /**
     * What a stage is done from.
     *
     * @param asOf what happened later plays no part
     * @param stage null at the first one
     * @param notes of the stage before
     */
    record Turn(
            String tenant,
            String run,
            String askedBy,
            Instant askedAt,
            RunParameters parameters,
            LocalDate asOf,
            @Nullable String stage,
            @Nullable JsonNode notes,
            Keeping keeping) {}

    /** Takes what is too large for notes and summaries. */
    interface Keeping {

        /** What was found, as JSON; once in a run. */
        void result(Object result);

        void file(String name, InputStream content) throws IOException;
    }

    /** What came of a stage. */
    sealed interface Stage {

        /** @param notes a record that Jackson can write and read; null if the next stage needs none */
        record Next(String stage, @Nullable Object notes) implements Stage {}

        record Finished(SortedMap<String, String> summary) implements Stage {}

        /** @param code kebab-case, stable */
        record Refused(String code, String detail) implements Stage {}
    }
}
