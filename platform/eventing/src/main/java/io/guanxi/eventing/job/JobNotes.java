package io.guanxi.eventing.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import io.guanxi.eventing.job.JobStep.Done;
import io.guanxi.eventing.job.JobStep.Failed;
import io.guanxi.eventing.job.JobStep.Further;
import io.guanxi.eventing.view.StoredInstant;
import java.time.Clock;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * What an owner notes about its job. Every write names the owner's term, so one that was paused finds its claim over when it
 * writes, and writes nothing.
 */
final class JobNotes {

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> documents;
    private final String instance;
    private final Clock clock;

    JobNotes(MongoCollection<Document> documents, String instance, Clock clock) {
        this.documents = documents;
        this.instance = instance;
        this.clock = clock;
    }

    static Bson owned(String key, String instance, long term) {
        return and(
                eq(JobFields.KEY, key),
                eq(JobFields.STATE, JobState.RUNNING.word()),
                eq(JobFields.OWNER, instance),
                eq(JobFields.TERM, term));
    }

    /** The job as it is now. @return null if the claim is over */
    @Nullable
    JobClaim reload(JobClaim claim) {
        Document found = documents.find(owned(claim)).first();
        return found == null ? null : JobClaim.of(found, false);
    }

    /** Notes what a step has done. @return null if the claim is over; then nothing is noted */
    @Nullable
    JobClaim advance(JobClaim claim, Further<String> step) {
        Document noted = documents.findOneAndUpdate(
                owned(claim),
                combine(
                        set(JobFields.PROGRESS, step.progress()),
                        set(JobFields.COUNTED, step.done()),
                        set(JobFields.TOTAL, step.total()),
                        set(JobFields.UPDATED_AT, now()),
                        allIsWell(),
                        inc(JobFields.BEAT, 1L)),
                CHANGED);
        return noted == null ? null : JobClaim.of(noted, false);
    }

    private static Bson allIsWell() {
        return combine(set(JobFields.FAILURES, 0), set(JobFields.FAULTS, 0), unset(JobFields.PROBLEM));
    }

    /** @return whether it was noted; false if the claim is over */
    boolean done(JobClaim claim, Done<String> step) {
        return end(
                claim,
                JobState.DONE,
                combine(
                        set(JobFields.RESULT, step.result()),
                        set(JobFields.COUNTED, step.done()),
                        set(JobFields.TOTAL, step.done()),
                        set(JobFields.UPDATED_AT, now()),
                        allIsWell()));
    }

    /** @return whether it was noted; false if the claim is over */
    boolean failed(JobClaim claim, Failed<String> step) {
        return end(
                claim,
                JobState.FAILED,
                combine(set(JobFields.FAILURE_CODE, step.code()), set(JobFields.FAILURE_MESSAGE, step.message())));
    }

    /** @return whether it was noted; false if the claim is over */
    boolean cancelled(JobClaim claim) {
        return end(claim, JobState.CANCELLED, unset(JobFields.PROBLEM));
    }

    private boolean end(JobClaim claim, JobState state, Bson more) {
        return update(
                claim,
                combine(
                        more,
                        set(JobFields.STATE, state.word()),
                        set(JobFields.OWNER, null),
                        set(JobFields.ENDED_AT, now())));
    }

    /** Lets any instance go on, after the pause that so many failures ask for. */
    boolean putOff(JobClaim claim, int failures, int faults, String problem) {
        return update(
                claim,
                combine(
                        set(JobFields.FAILURES, failures),
                        set(JobFields.FAULTS, faults),
                        set(JobFields.PROBLEM, problem),
                        givenBack()));
    }

    /** Lets another instance go on at once. */
    boolean giveBack(JobClaim claim) {
        return update(claim, givenBack());
    }

    private static Bson givenBack() {
        return combine(
                set(JobFields.STATE, JobState.WAITING.word()), set(JobFields.OWNER, null), inc(JobFields.BEAT, 1L));
    }

    private boolean update(JobClaim claim, Bson change) {
        return documents.updateOne(owned(claim), change).getMatchedCount() == 1;
    }

    private Bson owned(JobClaim claim) {
        return owned(claim.key(), instance, claim.term());
    }

    private String now() {
        return StoredInstant.of(clock.instant());
    }
}
