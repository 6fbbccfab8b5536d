package io.guanxi.analytics.measuring.stream;

import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.deadletter.DeadLetterIndex;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the index of dead letters of replays that were taken in, until it has heard; streams do not wait for it. */
final class ReplayPost implements ReplayAnswers, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayPost.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final DeadLetterIndex index;
    private final ScheduledExecutorService post = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("analytics-replay-post").daemon().factory());

    ReplayPost(DeadLetterIndex index) {
        this.index = index;
    }

    @Override
    public void takenIn(Coordinates origin, String tenant) {
        try {
            post.execute(() -> tell(origin, tenant));
        } catch (RejectedExecutionException stopping) {
            LOG.warn("The service stops before the replay of {} could be noted; it can be replayed again", origin);
        }
    }

    private void tell(Coordinates origin, String tenant) {
        try {
            index.resolved(origin, tenant);
        } catch (RuntimeException e) {
            LOG.warn("The replay of {} cannot be noted yet: {}", origin, e.toString());
            post.schedule(() -> tell(origin, tenant), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        post.shutdownNow();
    }
}
