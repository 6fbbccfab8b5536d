package io.guanxi.eventing.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import io.guanxi.eventing.view.StoredInstant;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Removes jobs that ended long ago. First goes what the job kept elsewhere, so that nothing of it is left without a document
 * that leads there. Jobs of a kind that this instance does not know stay: a newer one may know what is to go with them.
 */
final class JobRetention {

    private static final int AT_A_TIME = 100;

    private final MongoCollection<Document> documents;
    private final Map<String, Job<?, ?>> jobs;
    private final Duration keep;
    private final Clock clock;

    JobRetention(MongoCollection<Document> documents, Map<String, Job<?, ?>> jobs, Duration keep, Clock clock) {
        this.documents = documents;
        this.jobs = jobs;
        this.keep = keep;
        this.clock = clock;
    }

    /** @return how many were removed, not more than a few hundred at a time */
    int removeOld() {
        String before = StoredInstant.of(clock.instant().minus(keep));
        int removed = 0;
        for (JobState state : JobState.values()) {
            if (state.isEnd()) {
                removed += remove(state, before);
            }
        }
        return removed;
    }

    private int remove(JobState state, String before) {
        List<Document> old = documents
                .find(and(
                        eq(JobFields.STATE, state.word()),
                        lt(JobFields.ENDED_AT, before),
                        in(JobFields.JOB, jobs.keySet())))
                .projection(Projections.include(JobFields.TENANT, JobFields.ID, JobFields.JOB))
                .limit(AT_A_TIME)
                .into(new ArrayList<>());
        int removed = 0;
        for (Document ended : old) {
            Job<?, ?> job = jobs.get(ended.getString(JobFields.JOB));
            if (job != null) {
                job.forget(ended.getString(JobFields.TENANT), ended.getString(JobFields.ID));
                documents.deleteOne(eq(JobFields.KEY, ended.getString(JobFields.KEY)));
                removed++;
            }
        }
        return removed;
    }
}
