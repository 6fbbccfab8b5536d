package io.guanxi.eventing.job;

import io.guanxi.eventing.intake.InfrastructureFailure;
import io.guanxi.eventing.job.JobStep.Done;
import io.guanxi.eventing.job.JobStep.Failed;
import io.guanxi.eventing.job.JobStep.Further;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one step after the other of a job that this instance owns, and has each noted. */
final class JobWork {

    private static final Logger LOG = LoggerFactory.getLogger(JobWork.class);

    private final Map<String, Job<?, ?>> jobs;
    private final JobNotes notes;
    private final JobFormat format;
    private final JobSettings settings;
    private final JobMeters meters;

    JobWork(Map<String, Job<?, ?>> jobs, JobNotes notes, JobFormat format, JobSettings settings, JobMeters meters) {
        this.jobs = jobs;
        this.notes = notes;
        this.format = format;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * One step, or what is to be done in its place. What the store throws comes out; then it is not known what was noted.
     *
     * @return null if this instance has no more to do with the job
     */
    @Nullable
    JobClaim turn(JobClaim claim, BooleanSupplier stopping) {
        if (claim.isCancelled()) {
            return ended(claim, JobState.CANCELLED, notes.cancelled(claim));
        }
        if (claim.faults() >= settings.mostFaults()) {
            return giveUp(claim, claim.faults(), "its instance fell silent");
        }
        Job<?, ?> job = jobs.get(claim.job());
        if (job == null) {
            throw new IllegalStateException("no job of this kind: " + claim.job());
        }
        long begun = System.nanoTime();
        JobStep<String> step;
        try {
            step = format.written(step(job, claim));
        } catch (Throwable failure) {
            // Also an error of the machine: it may be the last thing this instance can say about the job.
            meters.step(claim.job(), "put-off", since(begun));
            return putOff(claim, failure, stopping);
        }
        return note(claim, step, since(begun));
    }

    private <P, S> JobStep<S> step(Job<P, S> job, JobClaim claim) throws Exception {
        return job.step(format.turn(job, claim.stored()));
    }

    private @Nullable JobClaim note(JobClaim claim, JobStep<String> step, Duration took) {
        return switch (step) {
            case Further<String> further -> {
                meters.step(claim.job(), "further", took);
                yield further(claim, further);
            }
            case Done<String> done -> {
                meters.step(claim.job(), "done", took);
                yield ended(claim, JobState.DONE, notes.done(claim, done));
            }
            case Failed<String> failed -> {
                meters.step(claim.job(), "failed", took);
                yield ended(claim, JobState.FAILED, notes.failed(claim, failed));
            }
        };
    }

    private @Nullable JobClaim further(JobClaim claim, Further<String> step) {
        JobClaim noted = notes.advance(claim, step);
        if (noted == null) {
            tellLost(claim);
        }
        return noted;
    }

    private @Nullable JobClaim ended(JobClaim claim, JobState state, boolean noted) {
        if (noted) {
            meters.ended(claim.job(), state);
            LOG.info("{} {} is {}", claim.job(), claim.key(), state.word());
        } else {
            tellLost(claim);
        }
        return null;
    }

    private static void tellLost(JobClaim claim) {
        LOG.info("{} {} was taken over by another instance", claim.job(), claim.key());
    }

    private @Nullable JobClaim putOff(JobClaim claim, Throwable failure, BooleanSupplier stopping) {
        if (stopping.getAsBoolean()) {
            // It was broken off, by the stop and by no fault of its own.
            return claim;
        }
        int failures = claim.failures() + 1;
        int faults = claim.faults() + (InfrastructureFailure.is(failure) ? 0 : 1);
        if (faults >= settings.mostFaults()) {
            LOG.warn(
                    "{} {} is given up after {} faults", claim.job(), claim.key(), faults, WordlessFailure.of(failure));
            return giveUp(claim, faults, failure.getClass().getSimpleName());
        }
        LOG.warn(
                "{} {} is put off (failure {} in a row), next try in {}",
                claim.job(),
                claim.key(),
                failures,
                settings.pauseAfter(failures),
                WordlessFailure.of(failure));
        notes.putOff(claim, failures, faults, failure.getClass().getSimpleName());
        return null;
    }

    private @Nullable JobClaim giveUp(JobClaim claim, int faults, String last) {
        String message = "One step failed " + faults + " times in a row; the last time: " + last + ".";
        return ended(claim, JobState.FAILED, notes.failed(claim, new Failed<>("given-up", message)));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
