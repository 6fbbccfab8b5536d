package io.guanxi.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventing.deadletter.Coordinates;
import io.guanxi.eventing.intake.LaneDrain.Drained;
import io.guanxi.eventing.sample.Shop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One customer sends more early events than are looked at in one go; the last of them must not wait for the first. */
class TryingEarlyEventsTest {

    private static final String TOPIC = "shop.orders.v1";
    private static final int MANY = 510;

    @TempDir
    static Path folder;

    private static EmbeddedStore store;
    private static MongoClient client;

    private final Set<String> known = new HashSet<>();
    private final List<String> handled = new ArrayList<>();
    private final List<String> applied = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> returns = new ArrayList<>();
    private Lane lane;
    private LaneWork work;

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

    /** All are returns of orders of their own, none of which was placed. */
    @BeforeEach
    void manyEarlyEvents() {
        MongoParking parking = new MongoParking(client.getDatabase("early").getCollection("p" + UUID.randomUUID()));
        parking.createIndexes();
        ParkedLanes parked = new ParkedLanes(parking, System::nanoTime);
        parked.assigned(TOPIC, List.of(0));
        work = new LaneWork(
                new RecordReader(SchemaCatalogue.published(), 10_000),
                new HandlerCall(TOPIC, this::handle, IntakeTracing.NONE, new SimpleMeterRegistry()),
                parking,
                parked,
                dead -> {},
                (origin, tenant) -> {});
        for (int i = 0; i < MANY; i++) {
            returns.add(record(i, Shop.order("returned", "return-" + i, "kim", "o" + i)));
        }
        lane = Lane.of(returns.getFirst());
        work.process(lane, returns, new HashSet<>());
        handled.clear();
    }

    private Handled handle(IncomingEvent event) {
        handled.add(event.id());
        if (event.type().contains("returned") && !known.contains(event.order())) {
            return Handled.tooEarly(event.order());
        }
        known.add(event.order());
        applied.add(event.id());
        return Handled.applied();
    }

    @Test
    void the_youngest_is_tried_though_all_before_it_stay_early() {
        known.add("o" + (MANY - 1));
        assertThat(work.drain(lane, place -> true)).isEqualTo(Drained.EARLY_LEFT);
        assertThat(applied).containsExactly("return-" + (MANY - 1));
    }

    @Test
    void when_its_order_comes_the_youngest_is_tried_and_those_that_wait_for_other_orders_are_not() {
        String order = "o" + (MANY - 1);
        work.process(lane, List.of(record(MANY, Shop.order("placed", "placed", "kim", order))), new HashSet<>());
        assertThat(handled).containsExactly("placed", "return-" + (MANY - 1));
        assertThat(applied).containsExactly("placed", "return-" + (MANY - 1));
    }

    @Test
    void a_turn_ends_between_two_of_them_and_the_next_one_goes_on_there() {
        known.add("o" + (MANY - 1));
        assertThat(work.drain(lane, atMost(200))).isEqualTo(Drained.UNFINISHED);
        assertThat(handled).hasSize(200);
        assertThat(work.drain(lane, atMost(200))).isEqualTo(Drained.UNFINISHED);
        assertThat(handled).doesNotHaveDuplicates();
        assertThat(work.drain(lane, atMost(200))).isEqualTo(Drained.UNFINISHED);
        assertThat(applied).containsExactly("return-" + (MANY - 1));
    }

    @Test
    void what_is_delivered_again_while_it_waits_does_not_overtake() {
        known.add("o" + (MANY - 1));
        Set<Coordinates> done = new HashSet<>();
        assertThat(work.process(lane, List.of(returns.getLast()), done)).isEmpty();
        assertThat(done).containsExactly(Coordinates.of(returns.getLast()));
        assertThat(handled).isEmpty();
    }

    private static Predicate<Coordinates> atMost(int events) {
        AtomicInteger asked = new AtomicInteger();
        return place -> asked.incrementAndGet() <= events;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, ProducerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                record.key().length,
                record.value().length,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty());
    }
}
