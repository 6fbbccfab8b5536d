package io.guanxi.eventing.follow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the followers of a service: started before anything comes in, stopped after nothing comes in any more. */
public final class Followers implements SmartLifecycle {

    /**
     * Higher phases stop earlier. The intake's bindings and the web server are above and stop before; Axon's event store, the
     * publisher and the store's client are below or are destroyed later.
     */
    public static final int PHASE = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final List<LogFollower> followers;
    private final Duration beat;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable ScheduledExecutorService hearts;

    Followers(List<LogFollower> followers, FollowSettings settings) {
        this.followers = List.copyOf(followers);
        this.beat = settings.claimTimeout().dividedBy(4);
    }

    public List<LogFollower> all() {
        return followers;
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("follower-hearts").factory());
        scheduler.scheduleWithFixedDelay(this::beatAll, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        hearts = scheduler;
        for (LogFollower follower : followers) {
            threads.add(Thread.ofPlatform().daemon().name(follower.name()).start(follower));
        }
    }

    private void beatAll() {
        for (LogFollower follower : followers) {
            try {
                follower.beat();
            } catch (RuntimeException | Error e) {
                LOG.debug("{} could not show that it is alive", follower.name(), e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        followers.forEach(LogFollower::stop);
        long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        for (Thread thread : threads) {
            join(thread, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
        threads.clear();
        if (hearts != null) {
            hearts.shutdownNow();
            hearts = null;
        }
    }

    private static void join(Thread thread, Duration wait) {
        try {
            if (!thread.join(wait)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return hearts != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
