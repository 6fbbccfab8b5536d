package io.guanxi.eventing.job;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Looks what is to be done: prepares the store the first time, clears old jobs away now and then, and claims a job. */
final class JobLook {

    private static final Duration BETWEEN_CLEARINGS = Duration.ofMinutes(10);

    private final Set<String> jobs;
    private final JobDocuments documents;
    private final JobClaims claims;
    private final JobRetention retention;
    private final JobMeters meters;
    private final LongSupplier nanoTime;
    private boolean prepared;
    private @Nullable Long cleared;

    JobLook(
            Set<String> jobs,
            JobDocuments documents,
            JobClaims claims,
            JobRetention retention,
            JobMeters meters,
            LongSupplier nanoTime) {
        this.jobs = jobs;
        this.documents = documents;
        this.claims = claims;
        this.retention = retention;
        this.meters = meters;
        this.nanoTime = nanoTime;
    }

    /** Called by one thread. */
    Optional<JobClaim> next() {
        if (!prepared) {
            documents.createIndexes();
            prepared = true;
        }
        Optional<JobClaim> claim = claims.next(jobs);
        claim.filter(JobClaim::takenOver).ifPresent(taken -> meters.takenOver(taken.job()));
        if (claim.isEmpty() && isTimeToClear()) {
            retention.removeOld();
            cleared = nanoTime.getAsLong();
        }
        return claim;
    }

    private boolean isTimeToClear() {
        Long last = cleared;
        return last == null || nanoTime.getAsLong() - last > BETWEEN_CLEARINGS.toNanos();
    }
}
