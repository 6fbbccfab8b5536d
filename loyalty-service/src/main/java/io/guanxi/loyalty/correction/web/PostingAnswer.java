package io.guanxi.loyalty.correction.web;

import io.guanxi.eventing.job.JobStatus;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far the posting of a correction's differences is.
 *
 * @param state {@code waiting}, {@code running}, {@code cancelled}, {@code done} or {@code failed}
 * @param accounts that were looked at so far
 * @param result what it has come to; absent until it is done
 * @param failure why it failed; absent if it did not
 */
record PostingAnswer(
        String id,
        String correction,
        String state,
        long accounts,
        @Nullable JsonNode result,
        JobStatus.@Nullable Failure failure,
        String askedBy,
        Instant askedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        @Nullable String cancelledBy) {

    static PostingAnswer of(JobStatus job) {
        return new PostingAnswer(
                job.id(),
                job.parameters().path("correction").asString(""),
                job.state().name().toLowerCase(Locale.ROOT),
                job.done(),
                job.result(),
                job.failure(),
                job.askedBy(),
                job.askedAt(),
                job.updatedAt(),
                job.endedAt(),
                job.cancelledBy());
    }
}
