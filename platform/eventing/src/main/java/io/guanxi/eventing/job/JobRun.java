package io.guanxi.eventing.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job on this instance, from the claim until it has ended, is put off, or is somebody else's. */
final class JobRun implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final JobClaim first;
    private final JobWork work;
    private final JobNotes notes;
    private final JobSettings settings;
    private final CountDownLatch stopping;

    JobRun(JobClaim first, JobWork work, JobNotes notes, JobSettings settings, CountDownLatch stopping) {
        this.first = first;
        this.work = work;
        this.notes = notes;
        this.settings = settings;
        this.stopping = stopping;
    }

    /** A step begins from what is stored: after trouble with the store nothing else is known to be noted. */
    @Override
    public void run() {
        @Nullable JobClaim held = first;
        int troubles = 0;
        while (held != null) {
            try {
                JobClaim present = troubles == 0 ? held : notes.reload(held);
                held = present == null ? null : next(present);
                troubles = 0;
            } catch (RuntimeException | Error e) {
                troubles++;
                if (isStopping() || !pause(troubles, e)) {
                    leave();
                    return;
                }
            }
        }
    }

    private @Nullable JobClaim next(JobClaim present) {
        if (isStopping()) {
            leave();
            return null;
        }
        return work.turn(present, this::isStopping);
    }

    /** Whatever was noted of it, another instance goes on from there; after the time-out if this cannot be noted either. */
    private void leave() {
        // It may have been interrupted, which would break off the note as well.
        Thread.interrupted();
        try {
            notes.giveBack(first);
        } catch (RuntimeException e) {
            LOG.info("{} {} could not be given back", first.job(), first.key());
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** @return whether to go on */
    private boolean pause(int troubles, Throwable trouble) {
        Duration pause = settings.pauseAfter(troubles);
        LOG.warn(
                "{} {} could not be noted, next try in {}",
                first.job(),
                first.key(),
                pause,
                WordlessFailure.of(trouble));
        try {
            return !stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
