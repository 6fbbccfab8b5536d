package io.guanxi.eventing.job;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import io.guanxi.eventing.follow.Sightings;
import io.guanxi.eventing.view.StoredInstant;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Which jobs this instance is at.
 *
 * <p>No wall clock decides about a claim: an owner changes its document now and then ({@link #beat}); who has seen it
 * unchanged for long enough by its own watch takes the next term, in the same write that checks that it is still unchanged. A
 * job that was put off is left alone in the same way, for the length of its pause.
 */
final class JobClaims {

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private static final Bson WHAT_SAYS_WHO_IS_AT_IT = Projections.include(
            JobFields.JOB,
            JobFields.STATE,
            JobFields.OWNER,
            JobFields.TERM,
            JobFields.BEAT,
            JobFields.FAILURES,
            JobFields.CANCELLED_BY,
            JobFields.STARTED_AT);

    private final MongoCollection<Document> documents;
    private final JobSettings settings;
    private final String instance;
    private final Clock clock;
    private final Sightings sightings;
    private final Map<String, Long> held = new ConcurrentHashMap<>();

    /**
     * @param instance who claims; an instance that comes back under the same name need not wait for its own time-out
     * @param nanoTime a monotonic clock
     */
    JobClaims(
            MongoCollection<Document> documents,
            JobSettings settings,
            String instance,
            Clock clock,
            LongSupplier nanoTime) {
        this.documents = documents;
        this.settings = settings;
        this.instance = instance;
        this.clock = clock;
        this.sightings = new Sightings(nanoTime);
    }

    /**
     * Takes a job that nobody is at: first those whose owner fell silent, then those that wait, the oldest first.
     *
     * @param jobs the kinds that this instance knows
     */
    Optional<JobClaim> next(Set<String> jobs) {
        Set<String> seen = new HashSet<>();
        for (JobState state : List.of(JobState.RUNNING, JobState.WAITING)) {
            for (Document found : open(state)) {
                seen.add(found.getString(JobFields.KEY));
                Optional<JobClaim> taken =
                        jobs.contains(found.getString(JobFields.JOB)) && isFree(found) ? take(found) : Optional.empty();
                if (taken.isPresent()) {
                    return taken;
                }
            }
        }
        sightings.keepOnly(seen);
        return Optional.empty();
    }

    private Iterable<Document> open(JobState state) {
        return documents
                .find(eq(JobFields.STATE, state.word()))
                .sort(Sorts.ascending(JobFields.ASKED_AT, JobFields.KEY))
                .projection(WHAT_SAYS_WHO_IS_AT_IT);
    }

    private boolean isFree(Document found) {
        String key = found.getString(JobFields.KEY);
        if (held.containsKey(key)) {
            return false;
        }
        Duration silence = enoughSilence(found);
        return silence.isZero()
                || sightings
                                .silence(key, found.getLong(JobFields.TERM), found.getLong(JobFields.BEAT))
                                .compareTo(silence)
                        >= 0;
    }

    private Duration enoughSilence(Document found) {
        String owner = found.getString(JobFields.OWNER);
        if (owner != null) {
            return owner.equals(instance) ? Duration.ZERO : settings.claimTimeout();
        }
        boolean cancelled = found.getString(JobFields.CANCELLED_BY) != null;
        return cancelled ? Duration.ZERO : settings.pauseAfter(found.getInteger(JobFields.FAILURES));
    }

    private Optional<JobClaim> take(Document found) {
        String key = found.getString(JobFields.KEY);
        long term = found.getLong(JobFields.TERM) + 1;
        if (held.putIfAbsent(key, term) != null) {
            return Optional.empty();
        }
        Document taken = null;
        try {
            taken = documents.findOneAndUpdate(unchanged(found), taking(found, term), CHANGED);
        } finally {
            sightings.forget(key);
            if (taken == null) {
                held.remove(key);
            }
        }
        boolean takenOver = found.getString(JobFields.OWNER) != null;
        return Optional.ofNullable(taken).map(document -> JobClaim.of(document, takenOver));
    }

    private static Bson unchanged(Document found) {
        return and(
                eq(JobFields.KEY, found.getString(JobFields.KEY)),
                eq(JobFields.STATE, found.getString(JobFields.STATE)),
                eq(JobFields.TERM, found.getLong(JobFields.TERM)),
                eq(JobFields.BEAT, found.getLong(JobFields.BEAT)));
    }

    private Bson taking(Document found, long term) {
        List<Bson> changes = new ArrayList<>(List.of(
                set(JobFields.STATE, JobState.RUNNING.word()),
                set(JobFields.OWNER, instance),
                set(JobFields.TERM, term),
                inc(JobFields.BEAT, 1L)));
        if (found.getString(JobFields.OWNER) != null) {
            changes.add(inc(JobFields.FAULTS, 1));
        }
        if (found.getString(JobFields.STARTED_AT) == null) {
            changes.add(set(JobFields.STARTED_AT, now()));
        }
        return combine(changes);
    }

    /** Shows that this instance is alive, for all jobs it is at. */
    void beat() {
        held.forEach((key, term) -> documents.updateOne(JobNotes.owned(key, instance, term), inc(JobFields.BEAT, 1L)));
    }

    /** This instance is no more at a job, whatever its document says. */
    void letGo(JobClaim claim) {
        held.remove(claim.key(), claim.term());
    }

    /** How many jobs this instance is at. */
    int held() {
        return held.size();
    }

    long waiting() {
        return documents.countDocuments(eq(JobFields.STATE, JobState.WAITING.word()));
    }

    private String now() {
        return StoredInstant.of(clock.instant());
    }
}
