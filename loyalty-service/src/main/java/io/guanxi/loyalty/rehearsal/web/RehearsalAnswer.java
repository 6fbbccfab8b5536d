package io.guanxi.loyalty.rehearsal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.eventing.job.JobState;
import io.guanxi.eventing.job.JobStatus;
import io.guanxi.loyalty.rehearsal.domain.RehearsalReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rehearsal and how far it is.
 *
 * @param state {@code waiting}, {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param draftId the draft that the rules are from, with its revision at that time; absent if they are from none
 * @param version the version that the rules are from; absent if they are from none
 * @param done how many accounts are rehearsed
 * @param total how many there are; absent until it has begun
 * @param cancelling whether it ends after its present step
 * @param failure why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RehearsalAnswer(
        String id,
        String state,
        JsonNode from,
        JsonNode until,
        @Nullable JsonNode draftId,
        @Nullable JsonNode draftRevision,
        @Nullable JsonNode version,
        long done,
        @Nullable Long total,
        boolean cancelling,
        String askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        JobStatus.@Nullable Failure failure,

        @Schema(implementation = RehearsalReport.class) @Nullable
        JsonNode report) {

    /** Without the report. */
    static RehearsalAnswer line(JobStatus job) {
        return of(job, null);
    }

    static RehearsalAnswer of(JobStatus job) {
        return of(job, job.result());
    }

    private static RehearsalAnswer of(JobStatus job, @Nullable JsonNode report) {
        JsonNode asked = job.parameters();
        JsonNode about = asked.path("about");
        return new RehearsalAnswer(
                job.id(),
                job.state().name().toLowerCase(Locale.ROOT),
                asked.path("from"),
                asked.path("until"),
                about.get("draft"),
                about.get("revision"),
                about.get("version"),
                job.done(),
                job.total(),
                job.cancelledBy() != null && job.state() == JobState.RUNNING,
                job.askedBy(),
                job.askedAt(),
                job.startedAt(),
                job.endedAt(),
                job.failure(),
                report);
    }
}
