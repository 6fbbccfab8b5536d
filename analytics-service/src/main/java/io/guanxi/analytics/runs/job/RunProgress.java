package io.guanxi.analytics.runs.job;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far a run is.
 *
 * @param stage what is done next
 * @param notes what the stage needs of those before; null if nothing
 * @param done stages
 * @param files that were kept
 * @param end how it will be recorded to have ended; null until that is known
 */
record RunProgress(
        String stage,
        @Nullable JsonNode notes,
        int done,
        List<RunFile> files,
        @Nullable Ending end) {

    /** What is recorded at the end; the last stage of all. */
    static final String RECORD = "record-the-end";

    RunProgress {
        files = List.copyOf(files);
    }

    /**
     * How a run ends: with a summary, or refused with code and detail.
     *
     * @param summary null if it is refused
     */
    record Ending(
            @Nullable SortedMap<String, String> summary,
            @Nullable String code,
            @Nullable String detail) {}
}
