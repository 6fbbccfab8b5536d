package io.guanxi.eventing.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as others see it. Times are the store's.
 *
 * @param job its kind
 * @param total null if not known yet
 * @param result only of a job that is done
 * @param failure only of a job that failed
 * @param failures in a row, since the last step that worked
 * @param problem of what kind the last failure was, while there are failures
 * @param startedAt when an instance was at it for the first time
 * @param updatedAt when a step was noted last
 * @param cancelledBy who asked to end it; it may be running until the end of its present step
 */
public record JobStatus(
        String tenant,
        String id,
        String job,
        JobState state,
        JsonNode parameters,
        long done,
        @Nullable Long total,
        @Nullable JsonNode result,
        @Nullable Failure failure,
        int failures,
        @Nullable String problem,
        String askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy) {

    /**
     * Why a job failed.
     *
     * @param code kebab-case, stable
     * @param message English, no personal data
     */
    public record Failure(String code, String message) {}
}
