package io.guanxi.eventing.job;

import io.guanxi.eventing.job.JobStatus.Failure;
import io.guanxi.eventing.job.JobStep.Done;
import io.guanxi.eventing.job.JobStep.Failed;
import io.guanxi.eventing.job.JobStep.Further;
import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.eventing.view.StoredInstant;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Between a job's document and what its service sees of it. */
final class JobFormat {

    /** A document is read and written at each step and each look: it is no place for what is large. */
    private static final int MOST_CHARACTERS = 512 * 1024;

    private final JsonMapper mapper = EventingJson.mapper();

    Document asked(Job<?, ?> job, String tenant, String id, Object parameters, String askedBy, Instant askedAt) {
        JobFields.requireName(job.name());
        String at = StoredInstant.of(askedAt);
        return new Document(JobFields.KEY, JobFields.key(tenant, id))
                .append(JobFields.TENANT, tenant)
                .append(JobFields.ID, id)
                .append(JobFields.JOB, job.name())
                .append(JobFields.STATE, JobState.WAITING.word())
                .append(JobFields.PARAMETERS, text("parameters", parameters))
                .append(JobFields.COUNTED, 0L)
                .append(JobFields.ASKED_BY, askedBy)
                .append(JobFields.ASKED_AT, at)
                .append(JobFields.UPDATED_AT, at)
                .append(JobFields.OWNER, null)
                .append(JobFields.TERM, 0L)
                .append(JobFields.BEAT, 0L)
                .append(JobFields.FAILURES, 0)
                .append(JobFields.FAULTS, 0);
    }

    /** Whether two documents were asked for with the same words. */
    boolean isSame(Document one, Document other) {
        return one.getString(JobFields.JOB).equals(other.getString(JobFields.JOB))
                && tree(one, JobFields.PARAMETERS).equals(tree(other, JobFields.PARAMETERS));
    }

    <P, S> JobTurn<P, S> turn(Job<P, S> job, Document stored) {
        String progress = stored.getString(JobFields.PROGRESS);
        return new JobTurn<>(
                stored.getString(JobFields.TENANT),
                stored.getString(JobFields.ID),
                stored.getString(JobFields.ASKED_BY),
                time(stored, JobFields.ASKED_AT),
                mapper.readValue(stored.getString(JobFields.PARAMETERS), job.parameters()),
                progress == null ? null : mapper.readValue(progress, job.progress()),
                stored.getLong(JobFields.TERM));
    }

    /** The same step with its progress or result as it is stored. */
    JobStep<String> written(JobStep<?> step) {
        return switch (step) {
            case Further<?> further ->
                new Further<>(text("progress", further.progress()), further.done(), further.total());
            case Done<?> done -> new Done<>(text("result", done.result()), done.done());
            case Failed<?> failed -> new Failed<>(failed.code(), failed.message());
        };
    }

    JobStatus status(Document stored) {
        String failure = stored.getString(JobFields.FAILURE_CODE);
        return new JobStatus(
                stored.getString(JobFields.TENANT),
                stored.getString(JobFields.ID),
                stored.getString(JobFields.JOB),
                JobState.of(stored.getString(JobFields.STATE)),
                tree(stored, JobFields.PARAMETERS),
                stored.getLong(JobFields.COUNTED),
                stored.getLong(JobFields.TOTAL),
                stored.containsKey(JobFields.RESULT) ? tree(stored, JobFields.RESULT) : null,
                failure == null ? null : new Failure(failure, stored.getString(JobFields.FAILURE_MESSAGE)),
                stored.getInteger(JobFields.FAILURES),
                stored.getString(JobFields.PROBLEM),
                stored.getString(JobFields.ASKED_BY),
                time(stored, JobFields.ASKED_AT),
                timeIfAny(stored, JobFields.STARTED_AT),
                time(stored, JobFields.UPDATED_AT),
                timeIfAny(stored, JobFields.ENDED_AT),
                stored.getString(JobFields.CANCELLED_BY));
    }

    private String text(String what, Object value) {
        String text = mapper.writeValueAsString(value);
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    what + " of a job: " + text.length() + " characters (expected: at most " + MOST_CHARACTERS + ")");
        }
        return text;
    }

    private JsonNode tree(Document stored, String field) {
        return mapper.readTree(stored.getString(field));
    }

    private static Instant time(Document stored, String field) {
        return Instant.parse(stored.getString(field));
    }

    private static @Nullable Instant timeIfAny(Document stored, String field) {
        return stored.getString(field) == null ? null : time(stored, field);
    }
}
