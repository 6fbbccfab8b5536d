package io.guanxi.eventing.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventing.Recorded;
import io.guanxi.eventing.follow.EventSource;
import io.guanxi.eventlog.RecordedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One owner is paused at the worst moment of a rebuild; another takes over, and the first wakes up. */
class RebuildingWithTwoOwnersTest {

    private static final String VIEW = "counts";

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private final Counts view = new Counts();
    private final DocumentFormat format = new DocumentFormat();
    private MongoDatabase database;
    private RebuildPlans plans;
    private ViewDocuments<Count> living;
    private Rebuild<Count> first;
    private Rebuild<Count> second;
    private long livePosition = EventSource.NOTHING;

    record Count(int events) {}

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

    @BeforeEach
    void aViewOfTenEvents() {
        database = client.getDatabase("r" + UUID.randomUUID().toString().substring(0, 8));
        plans = new RebuildPlans(database.getCollection("view_rebuilds"));
        living = new ViewDocuments<>(view, database, Rebuild.collection(VIEW), format);
        first = owner();
        second = owner();
        happen(10);
    }

    private Rebuild<Count> owner() {
        return new Rebuild<>(view, database, format, living, null, plans, new Log());
    }

    @Test
    void who_wakes_right_before_the_swap_does_not_put_old_documents_over_newer_ones() {
        plans.request(VIEW);
        rebuild(first, pausedBeforeTheSwap(() -> {
            second.step(livePosition, () -> true);
            happen(5);
        }));
        assertThat(events()).isEqualTo(15);
        finish(second);
        assertThat(events()).isEqualTo(15);
    }

    @Test
    void who_wakes_after_a_whole_rebuild_and_in_the_midst_of_the_next_one_swaps_nothing() {
        plans.request(VIEW);
        rebuild(first, pausedBeforeTheSwap(() -> {
            finish(second);
            plans.request(VIEW);
            second.step(livePosition, () -> true);
            happen(5);
        }));
        assertThat(events()).isEqualTo(15);
        finish(second);
        assertThat(events()).isEqualTo(15);
    }

    @Test
    void who_wakes_and_is_the_owner_no_more_leaves_the_others_rebuild_alone() {
        plans.request(VIEW);
        second.step(livePosition, () -> true);
        Document before = plan();
        assertThat(first.step(livePosition, () -> false)).isFalse();
        assertThat(plan()).isEqualTo(before);
        finish(second);
        assertThat(events()).isEqualTo(10);
    }

    @Test
    void a_swap_that_failed_may_still_come_and_the_rebuild_begins_anew() {
        plans.request(VIEW);
        List<String> given = new ArrayList<>();
        rebuild(first, pausedBeforeTheSwap(() -> {
            given.addAll(targets());
            database.getCollection(given.getFirst()).drop();
        }));
        assertThat(given).hasSize(1);
        database.getCollection(given.getFirst()).insertOne(new Document("_id", "late").append("damaged", true));
        finish(first);
        assertThat(events()).isEqualTo(10);
        assertThat(living.count(new Document())).isEqualTo(1);
    }

    @Test
    void who_takes_over_after_the_swap_goes_on_with_publishing() {
        plans.request(VIEW);
        while (!"PUBLISHING".equals(plan().getString("phase"))) {
            first.step(livePosition, () -> true);
        }
        long request = plan().getLong("request");
        finish(second);
        assertThat(plan().getLong("request")).isEqualTo(request);
        assertThat(events()).isEqualTo(10);
    }

    /** Answers that the claim is here, as it was when asked; then the process is paused, and others go on. */
    private BooleanSupplier pausedBeforeTheSwap(Runnable meanwhile) {
        return () -> {
            if (plan().getString("phase").equals("SWAPPING")) {
                meanwhile.run();
            }
            return true;
        };
    }

    /** Until nothing is left to do, or it fails. */
    private void rebuild(Rebuild<Count> owner, BooleanSupplier stillOurs) {
        try {
            int steps = 0;
            while (owner.step(livePosition, stillOurs)) {
                assertThat(++steps).as("it ends").isLessThan(100);
            }
        } catch (MongoException failed) {
            owner.released();
        }
    }

    private void finish(Rebuild<Count> owner) {
        int steps = 0;
        while (owner.step(livePosition, () -> true)) {
            assertThat(++steps).as("it ends").isLessThan(100);
        }
        assertThat(targets()).isEmpty();
    }

    private List<String> targets() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> name.contains("_rebuild_"))
                .toList();
    }

    private Document plan() {
        return database.getCollection("view_rebuilds").find().first();
    }

    private int events() {
        return living.find("acme/a").orElseThrow().events();
    }

    private void happen(int count) {
        List<RecordedEvent> events = after(livePosition, livePosition + count, count);
        new BatchFold<>(view, living, () -> {}).apply(events);
        livePosition += count;
    }

    private static List<RecordedEvent> after(long position, long head, int limit) {
        return LongStream.rangeClosed(position + 1, Math.min(head, position + limit))
                .mapToObj(next -> Recorded.event(next, "acme/a", "something"))
                .toList();
    }

    private final class Log implements EventSource {

        @Override
        public long head() {
            return livePosition;
        }

        @Override
        public Feed openAfter(long position) {
            return new Feed() {
                private long read = position;

                @Override
                public List<RecordedEvent> next(int limit, Duration wait) {
                    List<RecordedEvent> events = after(read, livePosition, limit);
                    read += events.size();
                    return events;
                }

                @Override
                public void close() {}
            };
        }
    }

    private static final class Counts implements KeylessView<Count> {

        @Override
        public String name() {
            return VIEW;
        }

        @Override
        public Class<Count> document() {
            return Count.class;
        }

        @Override
        public Count evolve(@Nullable Count current, RecordedEvent event) {
            return new Count(current == null ? 1 : current.events() + 1);
        }
    }
}
