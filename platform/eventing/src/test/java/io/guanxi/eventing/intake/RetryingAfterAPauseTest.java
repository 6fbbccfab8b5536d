package io.guanxi.eventing.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.embedded.EmbeddedStore;
import io.guanxi.eventing.sample.Shop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryingAfterAPauseTest {

    private static final String TOPIC = "shop.orders.v1";
    private static final Duration FIRST = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private EmbeddedStore store;
    private MongoClient client;
    private MongoParking parking;
    private TopicIntake intake;
    private Retrier retrier;

    /** A customer whose one event fails whenever it is tried. */
    @BeforeEach
    void oneParkedCustomer() {
        store = EmbeddedStore.start(folder, 0);
        client = MongoClients.create(store.uri());
        parking = new MongoParking(client.getDatabase("retry").getCollection("parked_events"));
        ParkedLanes parked = new ParkedLanes(parking, nanos::get);
        parked.assigned(TOPIC, List.of(0));
        LaneLocks locks = new LaneLocks();
        LaneWork work = new LaneWork(
                new RecordReader(SchemaCatalogue.published(), 10_000),
                new HandlerCall(TOPIC, this::fail, IntakeTracing.NONE, new SimpleMeterRegistry()),
                parking,
                parked,
                dead -> {},
                (origin, tenant) -> {});
        intake = new TopicIntake(
                TOPIC,
                work,
                locks,
                parked,
                dead -> {},
                Executors.newVirtualThreadPerTaskExecutor(),
                Duration.ofMinutes(1),
                new SimpleMeterRegistry());
        retrier = new Retrier(
                () -> List.of(intake),
                parked,
                locks,
                parking,
                FIRST,
                Duration.ofMinutes(5),
                nanos::get,
                parking::createIndexes);
        ConsumerRecord<byte[], byte[]> record = record(Shop.order("placed", "event", "kim", "o1"));
        work.process(Lane.of(record), List.of(record), new HashSet<>());
        calls.set(0);
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private Handled fail(IncomingEvent event) {
        calls.incrementAndGet();
        throw new IllegalStateException("a bug");
    }

    @Test
    void the_pauses_grow_with_the_failures() throws Exception {
        retrier.retry(intake);
        assertThat(calls).as("the first pause begins when it is first seen").hasValue(0);
        nanos.addAndGet(FIRST.toNanos());
        retrier.retry(intake);
        assertThat(calls).hasValue(1);
        nanos.addAndGet(FIRST.toNanos());
        retrier.retry(intake);
        assertThat(calls).hasValue(2);
        nanos.addAndGet(FIRST.toNanos());
        retrier.retry(intake);
        assertThat(calls).as("the pause has doubled").hasValue(2);
        nanos.addAndGet(FIRST.toNanos());
        retrier.retry(intake);
        assertThat(calls).hasValue(3);
    }

    @Test
    void who_asks_need_not_wait_and_is_answered_once() throws Exception {
        assertThat(parking.request(Shop.customer("kim").toString(), List.of(TOPIC)))
                .isEqualTo(1);
        retrier.retry(intake);
        assertThat(calls).hasValue(1);
        retrier.retry(intake);
        assertThat(calls).hasValue(1);
    }

    private static ConsumerRecord<byte[], byte[]> record(ProducerRecord<byte[], byte[]> record) {
        return new ConsumerRecord<>(
                record.topic(),
                0,
                0,
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
