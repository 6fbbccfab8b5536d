package io.guanxi.eventing.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import io.guanxi.eventing.view.StoredInstant;
import io.guanxi.web.Cursor;
import io.guanxi.web.Page;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Jobs as those see them who ask for them; a document for each. */
final class JobDocuments implements Jobs {

    private final MongoCollection<Document> documents;
    private final JobFormat format;
    private final Clock clock;

    /** Has a permit when something new was asked for on this instance. */
    private final Semaphore news = new Semaphore(0);

    JobDocuments(MongoCollection<Document> documents, JobFormat format, Clock clock) {
        this.documents = documents;
        this.format = format;
        this.clock = clock;
    }

    /** Idempotent. */
    void createIndexes() {
        documents.createIndex(ascending(JobFields.STATE, JobFields.ASKED_AT, JobFields.KEY));
        documents.createIndex(ascending(JobFields.STATE, JobFields.ENDED_AT));
        documents.createIndex(ascending(JobFields.TENANT, JobFields.ASKED_AT, JobFields.KEY));
        documents.createIndex(ascending(JobFields.TENANT, JobFields.JOB, JobFields.ASKED_AT, JobFields.KEY));
    }

    /** Waits until something new is asked for on this instance, or {@link #stopWaiting}, or the time is over. */
    void awaitNews(Duration longest) throws InterruptedException {
        if (news.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }

    void stopWaiting() {
        news.release();
    }

    @Override
    public <P> JobStatus ask(Job<P, ?> job, String tenant, String id, P parameters, String askedBy) {
        Document wanted = format.asked(job, tenant, id, parameters, askedBy, clock.instant());
        Document present = insertUnlessThere(wanted);
        if (!format.isSame(present, wanted)) {
            throw new RequestRefused(Problem.of(
                    HttpStatus.CONFLICT, "job-id-taken", "This id stands for a job that was asked for differently."));
        }
        news.release();
        return format.status(present);
    }

    private Document insertUnlessThere(Document wanted) {
        try {
            documents.insertOne(wanted);
            return wanted;
        } catch (MongoWriteException e) {
            Document present = documents
                    .find(eq(JobFields.KEY, wanted.getString(JobFields.KEY)))
                    .first();
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY || present == null) {
                throw e;
            }
            return present;
        }
    }

    @Override
    public Optional<JobStatus> find(String tenant, String id) {
        return Optional.ofNullable(documents
                        .find(eq(JobFields.KEY, JobFields.key(tenant, id)))
                        .first())
                .map(format::status);
    }

    @Override
    public Page<JobStatus> newest(String tenant, @Nullable Job<?, ?> job, @Nullable String cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: at least 1)");
        }
        String list = "jobs" + (job == null ? "" : "-" + job.name());
        List<Bson> wanted = new ArrayList<>(List.of(eq(JobFields.TENANT, tenant)));
        if (job != null) {
            wanted.add(eq(JobFields.JOB, job.name()));
        }
        if (cursor != null) {
            wanted.add(after(Cursor.decode(list, cursor).position()));
        }
        List<Document> found = documents
                .find(and(wanted))
                .sort(Sorts.descending(JobFields.ASKED_AT, JobFields.KEY))
                .limit(limit + 1)
                .into(new ArrayList<>());
        List<Document> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? new Cursor(list, position(shown.getLast())).encode() : null;
        return new Page<>(shown.stream().map(format::status).toList(), next);
    }

    private static List<String> position(Document last) {
        return List.of(last.getString(JobFields.ASKED_AT), last.getString(JobFields.KEY));
    }

    private static Bson after(List<String> position) {
        String at = position.getFirst();
        return and(
                lte(JobFields.ASKED_AT, at),
                or(lt(JobFields.ASKED_AT, at), and(eq(JobFields.ASKED_AT, at), lt(JobFields.KEY, position.getLast()))));
    }

    @Override
    public Optional<JobStatus> cancel(String tenant, String id, String askedBy) {
        Bson key = eq(JobFields.KEY, JobFields.key(tenant, id));
        while (true) {
            Document found = documents.find(key).first();
            if (found == null || isSettled(found)) {
                return Optional.ofNullable(found).map(format::status);
            }
            // An owner may begin or end meanwhile: then this matches nothing, and there is another look.
            documents.updateOne(
                    and(key, eq(JobFields.STATE, found.getString(JobFields.STATE))), cancelled(found, askedBy));
        }
    }

    private static boolean isSettled(Document found) {
        return found.getString(JobFields.CANCELLED_BY) != null
                || JobState.of(found.getString(JobFields.STATE)).isEnd();
    }

    private Bson cancelled(Document found, String askedBy) {
        Bson wish = set(JobFields.CANCELLED_BY, askedBy);
        if (JobState.of(found.getString(JobFields.STATE)) == JobState.RUNNING) {
            return wish;
        }
        return combine(
                wish,
                set(JobFields.STATE, JobState.CANCELLED.word()),
                set(JobFields.ENDED_AT, StoredInstant.of(clock.instant())));
    }
}
