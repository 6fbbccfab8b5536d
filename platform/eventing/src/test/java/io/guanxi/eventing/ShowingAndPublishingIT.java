package io.guanxi.eventing;

import static io.guanxi.eventing.sample.RunningService.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.sample.OrderBook;
import io.guanxi.eventing.sample.OrderBookService;
import io.guanxi.eventing.sample.RunningService;
import io.guanxi.eventing.sample.Shop;
import io.guanxi.eventing.view.Sort;
import io.guanxi.test.Api;
import io.guanxi.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What follows the log: the view, its state topic and the relay, beside live traffic and when things go wrong. */
class ShowingAndPublishingIT {

    private static final String VIEWS = "/api/operations/orderbook/views";

    private static RunningService running;

    private final String buyer = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        running = new RunningService(Map.of("guanxi.follow.claim-timeout", "2s"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void what_is_recorded_is_published_in_order_as_cloud_events() {
        String placed = send("placed", "o1");
        send("paid", "o1");
        running.awaitNotes(buyer, "o1 placed", "o1 paid");
        eventually(() -> records(Topics.CRM_LOYALTY), found -> assertThat(found).hasSize(2));
        List<ConsumerRecord<byte[], byte[]>> published = records(Topics.CRM_LOYALTY);
        assertThat(published)
                .extracting(ShowingAndPublishingIT::body)
                .satisfiesExactly(
                        first -> assertThat(first).contains("placed"),
                        second -> assertThat(second).contains("paid"));

        ConsumerRecord<byte[], byte[]> record = published.getFirst();
        CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();
        assertThat(event.getType()).isEqualTo("crm.loyalty.points-earned.v1");
        assertThat(event.getSource()).hasToString("urn:guanxi:service:orderbook");
        assertThat(event.getSubject()).isEqualTo(Shop.customer(buyer).toString());
        assertThat(event.getTime()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getDataSchema()).hasToString("urn:guanxi:schema:crm.loyalty.points-earned.v1");
        assertThat(event.getExtension("tenant")).isEqualTo("acme");
        assertThat(event.getExtension("causationid")).isEqualTo(placed);
        assertThat(event.getExtension("correlationid")).isEqualTo(placed);
        assertThat(event.getExtension("sequence")).isEqualTo("0");
        assertThat(event.getExtension("recordedat")).isNotNull();
    }

    @Test
    void after_a_kill_before_the_checkpoint_the_same_events_have_the_same_ids_and_nothing_is_folded_twice() {
        send("placed", "o1");
        send("paid", "o1");
        running.awaitNotes(buyer, "o1 placed", "o1 paid");
        eventually(() -> ids(Topics.CRM_LOYALTY), found -> assertThat(found).hasSize(2));
        running.restart(() ->
                database().getCollection("checkpoints").updateMany(Filters.empty(), Updates.set("position", -1L)));
        eventually(
                () -> ids(Topics.CRM_LOYALTY),
                found -> assertThat(found)
                        .hasSize(4)
                        .satisfies(ids -> assertThat(ids.subList(0, 2)).isEqualTo(ids.subList(2, 4))));
        send("delivered", "o1");
        running.awaitNotes(buyer, "o1 placed", "o1 paid", "o1 delivered");
        eventually(this::lastState, state -> assertThat(state).contains("o1 placed", "o1 paid", "o1 delivered"));
    }

    @Test
    void a_second_instance_takes_over_when_the_first_stops_and_nothing_is_folded_twice() {
        send("placed", "o1");
        running.awaitNotes(buyer, "o1 placed");
        try (ConfigurableApplicationContext second = running.another()) {
            IntStream.range(0, 20).forEach(i -> send("paid", "p" + i));
            running.restart(() -> {});
            IntStream.range(20, 40).forEach(i -> send("paid", "p" + i));
            running.awaitNotes(
                    buyer,
                    Stream.concat(Stream.of("o1 placed"), IntStream.range(0, 40).mapToObj(i -> "p" + i + " paid"))
                            .toArray(String[]::new));
            assertThat(second.isActive()).isTrue();
        }
        eventually(this::lastState, state -> assertThat(state).contains("p39 paid"));
    }

    @Test
    void a_view_that_cannot_go_on_says_so_and_skips_nothing() {
        send("placed", "o1");
        running.awaitNotes(buyer, "o1 placed");
        OrderBookService service = running.service();
        service.viewBug.set(true);
        send("paid", "o1");
        eventually(
                () -> view().get("failures"),
                failures -> assertThat(Integer.parseInt(failures)).isGreaterThan(2));
        service.viewBug.set(false);
        running.awaitNotes(buyer, "o1 placed", "o1 paid");
        eventually(
                () -> view().get("failures"), failures -> assertThat(failures).isEqualTo("0"));
    }

    @Test
    void a_rebuild_gives_the_same_documents_beside_live_traffic() {
        for (int i = 0; i < 30; i++) {
            send("paid", "o" + i);
        }
        String[] notes = IntStream.range(0, 30).mapToObj(i -> "o" + i + " paid").toArray(String[]::new);
        running.awaitNotes(buyer, notes);
        database()
                .getCollection("view_order-books")
                .updateOne(
                        Filters.eq("_id", Shop.customer(buyer).toString()), Updates.set("notes", List.of("damaged")));
        assertThat(running.notes(buyer)).containsExactly("damaged");

        Api.Answer accepted = operator().post(VIEWS + "/order-books/rebuild", "{}");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        send("delivered", "o0");
        eventually(() -> view().get("rebuild"), rebuild -> assertThat(rebuild).isIn("null", ""));
        running.awaitNotes(
                buyer,
                Stream.concat(Arrays.stream(notes), Stream.of("o0 delivered")).toArray(String[]::new));
        assertThat(database().listCollectionNames()).noneMatch(name -> name.contains("_rebuild_"));
        eventually(this::lastState, state -> assertThat(state).contains("o0 paid", "o0 delivered"));
        assertThat(operator().post(VIEWS + "/nothing/rebuild", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_list_is_paged_by_tenant() {
        send("placed", "o1");
        running.awaitNotes(buyer, "o1 placed");
        Page<OrderBook> page =
                running.books().page(Filters.eq("tenant", "acme"), Sort.descending("lastHappened"), null, 1);
        assertThat(page.items()).hasSize(1);
    }

    private String send(String what, String order) {
        String id = UUID.randomUUID().toString();
        running.send(Shop.order(what, id, buyer, order));
        return id;
    }

    private static MongoDatabase database() {
        return running.database();
    }

    private static Api operator() {
        return running.operator("acme");
    }

    private static Map<String, String> view() {
        Map<String, String> view = new HashMap<>();
        Api.Answer answer = operator().get(VIEWS);
        answer.json()
                .get(0)
                .properties()
                .forEach(field -> view.put(field.getKey(), field.getValue().toString()));
        view.putIfAbsent("rebuild", "null");
        return view;
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        byte[] key = Shop.customer(buyer).toString().getBytes(StandardCharsets.UTF_8);
        return running.all(topic).stream()
                .filter(record -> Arrays.equals(key, record.key()))
                .toList();
    }

    private List<String> ids(String topic) {
        return records(topic).stream()
                .map(record -> EventHeaders.text(record.headers(), Envelope.ID))
                .toList();
    }

    private String lastState() {
        List<ConsumerRecord<byte[], byte[]>> states = records(Topics.LOYALTY_ACCOUNT_STATE);
        return states.isEmpty() ? "" : body(states.getLast());
    }

    private static String body(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
