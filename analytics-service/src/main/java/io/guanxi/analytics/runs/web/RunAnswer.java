package io.guanxi.analytics.runs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.analytics.runs.domain.RunRejection;
import io.guanxi.analytics.runs.job.RunFile;
import io.guanxi.analytics.runs.job.RunRequest;
import io.guanxi.analytics.runs.job.RunResult;
import io.guanxi.eventing.job.JobState;
import io.guanxi.eventing.job.JobStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A run and how far it is.
 *
 * @param state {@code waiting}, {@code running}, {@code done}, {@code cancelled}, {@code refused} or {@code failed}
 * @param parameters all that it is done by
 * @param done stages
 * @param total absent until it has begun
 * @param cancelling whether it ends after its present stage
 * @param reason why it was refused or failed
 * @param summary what came of it, in a few numbers and words
 * @param files what it has found, to be fetched by their path
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunAnswer(
        String id,
        String kind,
        String state,
        LocalDate asOf,
        SortedMap<String, String> parameters,
        long done,
        @Nullable Long total,
        boolean cancelling,
        String askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        JobStatus.@Nullable Failure reason,
        @Nullable SortedMap<String, String> summary,
        @Nullable List<File> files) {

    /** @param path below this server */
    record File(String name, String path, long bytes, String sha256) {}

    static RunAnswer of(JobStatus job, RunRequest request, @Nullable RunResult result) {
        boolean cancelled = isCancelled(job);
        return new RunAnswer(
                job.id(),
                request.kind(),
                cancelled ? "cancelled" : state(job),
                request.asOf(),
                request.parameters(),
                job.done(),
                job.total(),
                job.cancelledBy() != null && job.state() == JobState.RUNNING,
                job.askedBy(),
                job.askedAt(),
                job.startedAt(),
                job.endedAt(),
                cancelled ? null : job.failure(),
                result == null ? null : result.summary(),
                result == null
                        ? null
                        : result.files().stream()
                                .map(file -> file(job.id(), file))
                                .toList());
    }

    private static File file(String id, RunFile file) {
        String end = file.name().equals(RunFile.RESULT) ? "result" : "export";
        return new File(file.name(), RunController.PATH + "/" + id + "/" + end, file.bytes(), file.sha256());
    }

    /** Also one that was cancelled in its last moment. */
    private static boolean isCancelled(JobStatus job) {
        JobStatus.Failure failure = job.failure();
        return job.state() == JobState.CANCELLED
                || failure != null && failure.code().equals(RunRejection.RUN_HAS_ENDED.code());
    }

    private static String state(JobStatus job) {
        JobStatus.Failure failure = job.failure();
        return failure == null || failure.code().equals("given-up")
                ? job.state().name().toLowerCase(Locale.ROOT)
                : "refused";
    }
}
