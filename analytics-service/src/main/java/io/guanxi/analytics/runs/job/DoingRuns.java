package io.guanxi.analytics.runs.job;

import io.guanxi.analytics.runs.domain.Run;
import io.guanxi.analytics.runs.domain.RunCommand;
import io.guanxi.analytics.runs.domain.RunKind;
import io.guanxi.eventing.job.Job;
import io.guanxi.eventing.job.JobStep;
import io.guanxi.eventing.job.JobTurn;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Origin;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does one stage of a run after the other. What a stage found is noted before the next one begins, and how the run ends is noted
 * before it is recorded, so whoever does the rest after a kill records what was found first.
 */
final class DoingRuns implements Job<RunRequest, RunProgress> {

    static final String NAME = "analytics-run";

    private final Map<RunKind, Analysis> analyses = new EnumMap<>(RunKind.class);
    private final Log log;
    private final Files files;
    private final Clock clock;
    private final JsonMapper mapper = EventingJson.mapper();

    /** Where it is recorded how runs end. */
    @FunctionalInterface
    interface Log {

        /** @throws CommandRefused if it has ended otherwise */
        Run send(String tenant, String run, RunCommand command, Origin origin, Instant happened);
    }

    /** Where goes what is large. */
    interface Files {

        /** @param term of the owner of the run; what an earlier owner writes late is refused */
        RunFile keep(String tenant, String run, String name, long term, InputStream content) throws IOException;

        void forget(String tenant, String run);
    }

    DoingRuns(List<Analysis> analyses, Log log, Files files, Clock clock) {
        analyses.forEach(analysis -> this.analyses.put(analysis.kind(), analysis));
        this.log = log;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<RunRequest> parameters() {
        return RunRequest.class;
    }

    @Override
    public Class<RunProgress> progress() {
        return RunProgress.class;
    }

    @Override
    public JobStep<RunProgress> step(JobTurn<RunRequest, RunProgress> turn) throws Exception {
        RunProgress before = turn.progress();
        RunProgress.Ending end = before == null ? null : before.end();
        if (before != null && end != null) {
            return record(turn, before, end);
        }
        Analysis analysis =
                Objects.requireNonNull(analyses.get(turn.parameters().runKind()));
        KeptFiles kept = new KeptFiles(files, mapper, turn, before == null ? List.of() : before.files());
        Analysis.Stage found = stage(analysis, turn, before, kept);
        int done = (before == null ? 0 : before.done()) + 1;
        RunProgress after = progress(found, done, kept.files());
        return new JobStep.Further<>(after, done, (long) Math.max(analysis.stages() + 1, done + 1));
    }

    private Analysis.Stage stage(
            Analysis analysis, JobTurn<RunRequest, RunProgress> turn, @Nullable RunProgress before, KeptFiles kept)
            throws Exception {
        try {
            return analysis.stage(new Analysis.Turn(
                    turn.tenant(),
                    turn.id(),
                    turn.askedBy(),
                    turn.askedAt(),
                    turn.parameters().runParameters(),
                    turn.parameters().asOf(),
                    before == null ? null : before.stage(),
                    before == null ? null : before.notes(),
                    kept));
        } catch (RequestRefused refused) {
            return refused(refused.problem());
        } catch (CommandRefused refused) {
            return new Analysis.Stage.Refused(
                    refused.reason().code(), refused.reason().message());
        }
    }

    /** While partitions move, a machine is in trouble; an instance that tells nothing for good is a reason. */
    private static Analysis.Stage refused(Problem problem) throws IOException {
        if (problem.code().startsWith("instance-secret")) {
            return new Analysis.Stage.Refused(problem.code(), problem.detail());
        }
        throw new IOException(problem.code());
    }

    private RunProgress progress(Analysis.Stage found, int done, List<RunFile> kept) {
        return switch (found) {
            case Analysis.Stage.Next next ->
                new RunProgress(
                        next.stage(), next.notes() == null ? null : mapper.valueToTree(next.notes()), done, kept, null);
            case Analysis.Stage.Finished finished ->
                new RunProgress(
                        RunProgress.RECORD, null, done, kept, new RunProgress.Ending(finished.summary(), null, null));
            case Analysis.Stage.Refused refused ->
                new RunProgress(
                        RunProgress.RECORD,
                        null,
                        done,
                        kept,
                        new RunProgress.Ending(null, refused.code(), refused.detail()));
        };
    }

    private JobStep<RunProgress> record(
            JobTurn<RunRequest, RunProgress> turn, RunProgress noted, RunProgress.Ending end) {
        SortedMap<String, String> summary = end.summary();
        String code = Objects.requireNonNullElse(end.code(), "");
        String detail = Objects.requireNonNullElse(end.detail(), "");
        RunCommand command = summary == null ? new RunCommand.Refuse(code, detail) : new RunCommand.Complete(summary);
        Origin origin = origin(turn.tenant(), turn.id(), turn.askedBy());
        try {
            log.send(turn.tenant(), turn.id(), command, origin, turn.askedAt());
        } catch (CommandRefused refused) {
            // Somebody has cancelled it since; that is how it ended.
            return new JobStep.Failed<>(
                    refused.reason().code(), refused.reason().message());
        }
        return summary == null
                ? new JobStep.Failed<>(code, detail)
                : new JobStep.Done<>(new RunResult(summary, noted.files()), noted.done() + 1L);
    }

    static Origin origin(String tenant, String run, String by) {
        return new Origin(tenant, run, null, by);
    }

    /** A run that was given up has no end in the log yet; no other can be forgotten without one. */
    @Override
    public void forget(String tenant, String id) {
        files.forget(tenant, id);
        Instant now = clock.instant();
        try {
            log.send(
                    tenant,
                    id,
                    new RunCommand.Refuse("given-up", "It was given up after failing too often."),
                    origin(tenant, id, "analytics"),
                    now);
        } catch (CommandRefused ended) {
            // As it should be.
        }
    }
}
