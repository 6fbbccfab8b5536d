package io.guanxi.eventing.follow;

import io.guanxi.eventing.follow.EventSource.Feed;
import io.guanxi.eventlog.RecordedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the events of the log to a {@link Work}, in order, in batches, from its checkpoint on, and notes the checkpoint after
 * each batch. At most one instance does so, but for one that was paused and does not know yet that it lost its claim.
 *
 * <p>It never stops by itself and never skips: after a failure it starts again at the checkpoint, with growing pauses and
 * with smaller batches, so that all before the event that cannot be done is done.
 */
public final class LogFollower implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);

    private final Work work;
    private final EventSource source;
    private final Checkpoints checkpoints;
    private final FollowSettings settings;
    private final CountDownLatch stopping = new CountDownLatch(1);

    private volatile FollowerStatus status = FollowerStatus.WAITING;
    private volatile @Nullable Claim claim;

    /** Events with which something was begun, while it is not certain that the checkpoint covers them. */
    private @Nullable List<RecordedEvent> unsettled;

    private int batch;

    LogFollower(Work work, EventSource source, Checkpoints checkpoints, FollowSettings settings) {
        this.work = work;
        this.source = source;
        this.checkpoints = checkpoints;
        this.settings = settings;
        this.batch = settings.batchSize();
    }

    public String name() {
        return work.name();
    }

    public FollowerStatus status() {
        return status;
    }

    /** Events that are recorded and not yet done; NaN where another instance does the work or the log cannot be reached. */
    public double lag() {
        FollowerStatus now = status;
        try {
            return now.owner() ? Math.max(0, source.head() - now.position()) : Double.NaN;
        } catch (RuntimeException e) {
            return Double.NaN;
        }
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try {
                Optional<Claim> won = checkpoints.claim(work.name());
                settle(won);
                if (won.isPresent()) {
                    follow(won.get());
                } else {
                    status = FollowerStatus.WAITING;
                    pause(settings.poll());
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                // Also an error of the machine: a thread that ends here would be a view that stands still unseen.
                failed(e);
            }
        }
    }

    private void follow(Claim won) throws InterruptedException {
        hold(won);
        try (Feed feed = source.openAfter(won.position())) {
            Claim held = won;
            while (held != null && !isStopping()) {
                int asked = batch;
                Claim present = held;
                boolean more = work.aside(held.position(), () -> checkpoints.beat(present));
                List<RecordedEvent> events = feed.next(asked, more ? Duration.ZERO : settings.poll());
                held = events.isEmpty() ? stillHeld(held) : done(held, events);
                if (held != null && !more && !events.isEmpty() && events.size() < asked) {
                    pause(settings.gather());
                }
            }
        } finally {
            letGo();
        }
    }

    private void hold(Claim held) {
        claim = held;
        status = status.failures() == 0
                ? status.following(held.position())
                : new FollowerStatus(true, held.position(), status.failures(), status.problem());
    }

    private @Nullable Claim stillHeld(Claim held) {
        if (status.failures() > 0) {
            status = status.following(held.position());
        }
        return claim == null ? null : held;
    }

    private @Nullable Claim done(Claim held, List<RecordedEvent> events) {
        unsettled = events;
        work.apply(events);
        long position = events.getLast().position();
        Claim advanced = checkpoints.advance(held, position);
        if (advanced == null) {
            LOG.info("{} was taken over by another instance", work.name());
            settle(Optional.empty());
            return null;
        }
        unsettled = null;
        batch = Math.min(settings.batchSize(), batch * 2);
        status = status.following(position);
        claim = claim == null ? null : advanced;
        return advanced;
    }

    /** What this one may have done late is put right, unless it is about to be done again. */
    private void settle(Optional<Claim> won) {
        List<RecordedEvent> late = unsettled;
        if (late == null) {
            return;
        }
        boolean comesAgain =
                won.isPresent() && won.get().position() < late.getFirst().position();
        if (!comesAgain) {
            work.overtaken(late);
        }
        unsettled = null;
    }

    private void letGo() {
        Claim held = claim;
        claim = null;
        work.released();
        if (held != null) {
            checkpoints.release(held);
        }
    }

    /** Shows others that this one is alive, however long its present batch takes. */
    void beat() {
        Claim held = claim;
        if (held != null && !checkpoints.beat(held)) {
            claim = null;
        }
    }

    private void failed(Throwable failure) {
        if (isStopping()) {
            return;
        }
        status = status.failed(failure);
        batch = Math.max(1, batch / 4);
        Duration wait = settings.backoff(status.failures());
        LOG.warn(
                "{} stands still after position {} (failure {} in a row), next try in {}",
                work.name(),
                status.position(),
                status.failures(),
                wait,
                failure);
        try {
            pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(Duration wait) throws InterruptedException {
        stopping.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0 || Thread.currentThread().isInterrupted();
    }

    void stop() {
        stopping.countDown();
    }
}
