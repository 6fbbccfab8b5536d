package io.guanxi.eventing.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventing.Recorded;
import io.guanxi.eventlog.RecordedEvent;
import io.guanxi.web.Page;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A view equals the fold of its events, however they are delivered and whoever else writes. */
class KeepingAViewTest {

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private MongoDatabase database;
    private ViewDocuments<Tally> documents;
    private final View<Tally> view = new Tallies();

    record Tally(
            String tenant,
            int count,
            BigDecimal total,
            Instant last,
            List<Long> seen,
            @Nullable String note,
            Map<String, Integer> byWord) {}

    record Counted(int amount, String word) {}

    record Wiped() {}

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
    void anEmptyView() {
        database = client.getDatabase("v" + UUID.randomUUID().toString().substring(0, 8));
        documents = new ViewDocuments<>(view, database, "view_tallies", new DocumentFormat());
        documents.createIndexes();
    }

    @Test
    void a_document_is_read_as_it_was_written() {
        apply(List.of(Recorded.event(0, "acme/a", new Counted(7, "a.b$c"))));
        Tally tally = documents.find("acme/a").orElseThrow();
        assertThat(tally)
                .isEqualTo(new Tally(
                        "acme", 1, new BigDecimal("7.00"), Recorded.START, List.of(0L), null, Map.of("a.b$c", 7)));
        assertThat(documents.findVersioned("acme/a").orElseThrow().position()).isZero();
        assertThat(documents.findAll(List.of("acme/a", "acme/none"))).containsOnlyKeys("acme/a");
    }

    @Test
    void a_document_that_is_no_more_is_not_found_and_an_old_event_does_not_bring_it_back() {
        List<RecordedEvent> events =
                List.of(Recorded.event(0, "acme/a", new Counted(3, "x")), Recorded.event(1, "acme/a", new Wiped()));
        apply(events);
        apply(events.subList(0, 1));
        assertThat(documents.find("acme/a")).isEmpty();
        assertThat(documents.count(Filters.empty())).isZero();
        apply(List.of(Recorded.event(2, "acme/a", new Counted(1, "x"))));
        assertThat(documents.find("acme/a").orElseThrow().count()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void two_owners_at_once_and_any_redelivery_give_the_fold(long seed) throws Exception {
        Random random = new Random(seed);
        List<RecordedEvent> events = events(random, 400);
        try (ExecutorService owners = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            for (int owner = 0; owner < 3; owner++) {
                Random own = new Random(seed * 31 + owner);
                running.add(owners.submit(() -> deliver(events, own)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(stored()).as("seed " + seed).isEqualTo(folded(events));
    }

    /** In batches of any size, some of them again, as after a kill between the write and the checkpoint. */
    private void deliver(List<RecordedEvent> events, Random random) {
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(60));
            apply(events.subList(from, to));
            from = random.nextInt(3) == 0 ? Math.max(0, from - random.nextInt(20)) : to;
        }
    }

    private void apply(List<RecordedEvent> events) {
        new BatchFold<>(view, documents, () -> {}).apply(events);
    }

    private static List<RecordedEvent> events(Random random, int count) {
        List<RecordedEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Object payload =
                    random.nextInt(10) == 0 ? new Wiped() : new Counted(random.nextInt(100), "w" + random.nextInt(3));
            events.add(Recorded.event(i, "acme/" + random.nextInt(8), payload));
        }
        return events;
    }

    private Map<String, Tally> folded(List<RecordedEvent> events) {
        Map<String, Tally> folded = new TreeMap<>();
        for (RecordedEvent event : events) {
            for (String key : view.keys(event)) {
                folded.compute(key, (k, current) -> view.evolve(k, current, event));
            }
        }
        return folded;
    }

    private Map<String, Tally> stored() {
        return new TreeMap<>(documents.findAll(documents.keysAfter("", 1000)));
    }

    @ParameterizedTest(name = "descending {0}")
    @ValueSource(booleans = {false, true})
    void pages_are_complete_and_stable_while_documents_come(boolean descending) {
        for (int i = 0; i < 30; i++) {
            apply(List.of(Recorded.event(i, "acme/" + i, new Counted(i % 4, i % 3 == 0 ? "none" : "w" + i % 5))));
        }
        Sort sort = descending ? Sort.descending("note", "total") : Sort.ascending("note", "total");
        List<Tally> all = new ArrayList<>();
        String cursor = null;
        int position = 30;
        do {
            Page<Tally> page = documents.page(Filters.eq("tenant", "acme"), sort, cursor, 7);
            all.addAll(page.items());
            cursor = page.next();
            // One that sorts before what was shown must not shift the rest.
            apply(List.of(Recorded.event(position, "other/" + position++, new Counted(1, "w0"))));
        } while (cursor != null);
        assertThat(all).extracting(tally -> tally.seen().getFirst()).doesNotHaveDuplicates();
        assertThat(all.stream().filter(tally -> tally.seen().getFirst() < 30).count())
                .isEqualTo(30);
    }

    private static final class Tallies implements KeylessView<Tally> {

        @Override
        public String name() {
            return "tallies";
        }

        @Override
        public Class<Tally> document() {
            return Tally.class;
        }

        @Override
        public List<String> keys(RecordedEvent event) {
            // Every third event also touches a document in which all streams meet.
            return event.position() % 3 == 0 && event.payload() instanceof Counted counted && counted.amount() > 3
                    ? List.of(event.stream(), "acme/all")
                    : List.of(event.stream());
        }

        @Override
        public @Nullable Tally evolve(@Nullable Tally current, RecordedEvent event) {
            return switch (event.payload()) {
                case Wiped wiped -> null;
                case Counted counted -> {
                    Tally before = current == null
                            ? new Tally(
                                    event.tenant(),
                                    0,
                                    new BigDecimal("0.00"),
                                    event.happened(),
                                    List.of(),
                                    null,
                                    Map.of())
                            : current;
                    List<Long> seen = new ArrayList<>(before.seen());
                    seen.add(event.position());
                    Map<String, Integer> words = new TreeMap<>(before.byWord());
                    words.merge(counted.word(), counted.amount(), Integer::sum);
                    yield new Tally(
                            event.tenant(),
                            before.count() + 1,
                            before.total().add(new BigDecimal(counted.amount() + ".00")),
                            event.happened(),
                            seen,
                            counted.word().startsWith("w") ? counted.word() : null,
                            words);
                }
                default -> current;
            };
        }

        @Override
        public List<ViewIndex> indexes() {
            return List.of(ViewIndex.on("tenant", "note", "total"));
        }
    }
}
