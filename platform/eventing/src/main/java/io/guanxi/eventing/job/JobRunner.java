package io.guanxi.eventing.job;

import io.guanxi.eventing.follow.Followers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs jobs that nobody is at, some at once, for as long as the service runs. */
final class JobRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LONGEST_STEP_AT_STOP = Duration.ofSeconds(15);
    private static final Duration TO_GIVE_BACK = Duration.ofSeconds(3);
    private static final int BEATS_IN_TIMEOUT = 4;

    private final JobLook look;
    private final JobClaims claims;
    private final JobNotes notes;
    private final JobWork work;
    private final JobSettings settings;
    private final JobDocuments documents;
    private volatile int failedLooks;
    private @Nullable Running running;

    /** @param slots a permit for each job that can be begun */
    private record Running(
            CountDownLatch stopping, Semaphore slots, Set<Thread> threads, ScheduledExecutorService hearts) {}

    JobRunner(
            JobLook look,
            JobClaims claims,
            JobNotes notes,
            JobWork work,
            JobSettings settings,
            JobDocuments documents) {
        this.look = look;
        this.claims = claims;
        this.notes = notes;
        this.work = work;
        this.settings = settings;
        this.documents = documents;
    }

    /** In a row; 0 if all is well. */
    int failedLooks() {
        return failedLooks;
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        ScheduledExecutorService hearts = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("job-hearts").factory());
        long beat = settings.claimTimeout().dividedBy(BEATS_IN_TIMEOUT).toNanos();
        hearts.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.NANOSECONDS);
        Running now = new Running(
                new CountDownLatch(1), new Semaphore(settings.parallel()), ConcurrentHashMap.newKeySet(), hearts);
        running = now;
        now.threads().add(Thread.ofPlatform().daemon().name("job-look").start(() -> lookUntilStopped(now)));
    }

    private void beat() {
        try {
            claims.beat();
        } catch (RuntimeException | Error e) {
            LOG.debug("jobs could not be shown to be alive", e);
        }
    }

    private void lookUntilStopped(Running now) {
        try {
            while (now.stopping().getCount() > 0) {
                now.slots().acquire();
                if (now.stopping().getCount() > 0 && !beginNext(now)) {
                    now.slots().release();
                    documents.awaitNews(pause());
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("no more looks for jobs");
        }
    }

    private Duration pause() {
        return failedLooks == 0 ? settings.poll() : settings.pauseAfter(failedLooks);
    }

    private boolean beginNext(Running now) {
        try {
            Optional<JobClaim> claim = look.next();
            failedLooks = 0;
            claim.ifPresent(taken -> begin(taken, now));
            return claim.isPresent();
        } catch (RuntimeException | Error e) {
            // Also an error of the machine: a thread that ends here would be jobs that wait for ever, unseen.
            failedLooks++;
            LOG.warn("jobs could not be looked for (failure {} in a row), next look in {}", failedLooks, pause(), e);
            return false;
        }
    }

    private void begin(JobClaim claim, Running now) {
        JobRun run = new JobRun(claim, work, notes, settings, now.stopping());
        Thread thread = Thread.ofPlatform().daemon().name("job-" + claim.job()).unstarted(() -> {
            try {
                run.run();
            } finally {
                claims.letGo(claim);
                now.threads().remove(Thread.currentThread());
                now.slots().release();
            }
        });
        now.threads().add(thread);
        try {
            thread.start();
        } catch (Error noThread) {
            now.threads().remove(thread);
            claims.letGo(claim);
            throw noThread;
        }
    }

    /** Jobs are given back after their present step; one that takes too long is broken off. */
    @Override
    public synchronized void stop() {
        Running now = running;
        if (now == null) {
            return;
        }
        running = null;
        now.stopping().countDown();
        // For the look, which waits for a slot or for news.
        now.slots().release(settings.parallel());
        documents.stopWaiting();
        await(now.threads(), LONGEST_STEP_AT_STOP);
        // Once more for one that the look began just before it ended.
        await(now.threads(), TO_GIVE_BACK);
        now.threads().forEach(Thread::interrupt);
        await(now.threads(), TO_GIVE_BACK);
        now.hearts().shutdownNow();
    }

    private static void await(Set<Thread> threads, Duration longest) {
        long deadline = System.nanoTime() + longest.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    /** Stops before the views do, whose news jobs may wait for. */
    @Override
    public int getPhase() {
        return Followers.PHASE + 1;
    }
}
