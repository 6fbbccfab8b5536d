package io.guanxi.eventing.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.RecordedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another instance takes over while this one is in the midst of a batch. */
class BeingOvertakenTest {

    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration CLAIM_TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private final MongoCollection<Document> collection =
            client.getDatabase("overtaken").getCollection("c" + UUID.randomUUID());
    private final Late work = new Late();
    private final Checkpoints checkpoints = new Checkpoints(collection, "here", CLAIM_TIMEOUT, System::nanoTime);
    private final LogFollower follower = new LogFollower(
            work, SampleLog.of(3), checkpoints, new FollowSettings(500, SHORT, SHORT, CLAIM_TIMEOUT, SHORT, SHORT));
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(follower);

    @BeforeAll
    static void start() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @AfterEach
    void stopFollowing() throws InterruptedException {
        follower.stop();
        assertThat(thread.join(Duration.ofSeconds(40))).isTrue();
    }

    @Test
    void what_was_done_late_is_put_right_however_often_that_fails() {
        work.meanwhile = this::takeOver;
        work.failuresToPutRight.set(3);
        thread.start();
        soon().until(() -> work.putRight.size() == 1);
        assertThat(work.putRight.getFirst()).isEqualTo(3);
        soon().until(() -> follower.status().equals(FollowerStatus.WAITING));
    }

    @Test
    void what_failed_late_may_have_been_half_done_and_is_put_right_too() {
        work.meanwhile = () -> {
            takeOver();
            throw new IllegalStateException("a failure after a part was done");
        };
        thread.start();
        soon().until(() -> work.putRight.size() == 1);
    }

    @Test
    void what_failed_and_was_not_taken_over_is_done_again_and_that_is_all() {
        AtomicInteger failures = new AtomicInteger(2);
        work.meanwhile = () -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("a failure that passes");
            }
        };
        thread.start();
        soon().until(() -> follower.status().position() == 2);
        assertThat(work.putRight).isEmpty();
    }

    private void takeOver() {
        collection.updateOne(
                Filters.empty(), Updates.combine(Updates.inc("term", 1L), Updates.set("owner", "somebody else")));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10));
    }

    private static final class Late implements Work {

        /** How many events each time. */
        final List<Integer> putRight = new CopyOnWriteArrayList<>();

        final AtomicInteger failuresToPutRight = new AtomicInteger();
        volatile Runnable meanwhile = () -> {};

        @Override
        public String name() {
            return "late";
        }

        @Override
        public void apply(List<RecordedEvent> events) {
            meanwhile.run();
        }

        @Override
        public void overtaken(List<RecordedEvent> events) {
            if (failuresToPutRight.getAndDecrement() > 0) {
                throw new IllegalStateException("the topic is away");
            }
            putRight.add(events.size());
        }
    }
}
