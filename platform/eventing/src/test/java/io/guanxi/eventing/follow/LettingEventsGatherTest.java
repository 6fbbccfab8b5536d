package io.guanxi.eventing.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventlog.RecordedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Between two bites of a busy log there is a pause, and nowhere else. */
class LettingEventsGatherTest {

    /** A follower that pauses where it should not is not back before the deadline of any wait. */
    private static final Duration TOO_LONG = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private final MongoCollection<Document> collection =
            client.getDatabase("gather").getCollection("c" + UUID.randomUUID());
    private final Noting work = new Noting();
    private Thread thread;

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
        if (thread != null) {
            thread.interrupt();
            assertThat(thread.join(Duration.ofSeconds(40))).isTrue();
        }
    }

    @Test
    void a_first_event_after_a_silence_is_handled_at_once() {
        SampleLog log = SampleLog.of(0);
        follow(log, 500, TOO_LONG);
        soon().until(() -> log.silences.get() > 0);
        log.grow(1);
        soon().until(() -> work.done() == 1);
    }

    @Test
    void a_busy_log_is_read_in_few_large_bites() {
        Duration gather = Duration.ofMillis(200);
        long begun = System.nanoTime();
        follow(SampleLog.thatIsBusy(), 500, gather);
        soon().until(() -> work.bites.size() >= 5);
        int bites = work.bites.size();
        assertThat(bites)
                .as("each bite but the last was followed by a pause")
                .isLessThanOrEqualTo((int) ((System.nanoTime() - begun) / gather.toNanos()) + 1);
    }

    @Test
    void a_backlog_is_read_without_a_pause_also_in_bites_that_grow_again_after_a_failure() {
        work.failures.set(1);
        SampleLog log = SampleLog.of(15);
        follow(log, 8, TOO_LONG);
        soon().until(() -> work.done() == 15);
        assertThat(work.bites).as("the bites after the failure").containsExactly(2, 4, 8, 1);
    }

    @Test
    void while_there_is_something_else_to_do_there_is_no_pause() {
        work.more.set(true);
        follow(SampleLog.thatIsBusy(), 500, TOO_LONG);
        soon().until(() -> work.bites.size() >= 20);
    }

    @Test
    void who_lost_the_claim_lets_go_at_once() {
        work.during = () -> collection.updateMany(
                new Document(),
                new Document("$inc", new Document("term", 1L)).append("$set", new Document("owner", "other")));
        follow(SampleLog.of(1), 500, TOO_LONG);
        soon().until(() -> work.released.get() > 0);
    }

    @Test
    void events_gather_no_longer_than_a_silence_is_waited_for() {
        assertThatThrownBy(() -> settings(500, Duration.ofSeconds(1), Duration.ofSeconds(2)))
                .hasMessageContaining("guanxi.follow.gather: PT2S");
        assertThatThrownBy(() -> settings(500, Duration.ofSeconds(1), Duration.ofMillis(-1)))
                .hasMessageContaining("guanxi.follow.gather");
        assertThat(settings(500, Duration.ofSeconds(1), Duration.ofSeconds(1)).gather())
                .isEqualTo(Duration.ofSeconds(1));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10));
    }

    private void follow(EventSource source, int batch, Duration gather) {
        Checkpoints checkpoints = new Checkpoints(collection, "here", Duration.ofMinutes(1), System::nanoTime);
        Duration poll = gather.equals(TOO_LONG) ? TOO_LONG : Duration.ofSeconds(1);
        thread = Thread.ofPlatform()
                .daemon()
                .start(new LogFollower(work, source, checkpoints, settings(batch, poll, gather)));
    }

    private static FollowSettings settings(int batch, Duration poll, Duration gather) {
        Duration retry = Duration.ofMillis(1);
        return new FollowSettings(batch, poll, gather, Duration.ofMinutes(1), retry, retry);
    }

    /** Notes how large the bites are that it has done. */
    private static final class Noting implements Work {

        final List<Integer> bites = new CopyOnWriteArrayList<>();
        final AtomicInteger failures = new AtomicInteger();
        final AtomicInteger released = new AtomicInteger();
        final AtomicBoolean more = new AtomicBoolean();
        volatile Runnable during = () -> {};

        int done() {
            return bites.stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String name() {
            return "noting";
        }

        @Override
        public void apply(List<RecordedEvent> events) {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("a failure that passes");
            }
            during.run();
            bites.add(events.size());
        }

        @Override
        public boolean aside(long position, BooleanSupplier stillOurs) {
            return more.get();
        }

        @Override
        public void released() {
            released.incrementAndGet();
        }
    }
}
