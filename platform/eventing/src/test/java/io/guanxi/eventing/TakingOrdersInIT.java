package io.guanxi.eventing;

import static io.guanxi.eventing.sample.RunningService.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.Topics;
import io.guanxi.eventing.publish.EventHeaders;
import io.guanxi.eventing.sample.RunningService;
import io.guanxi.eventing.sample.Shop;
import io.guanxi.test.Api;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole way of an order through a real broker, the intake, the log and the view; and what goes wrong on it. */
class TakingOrdersInIT {

    private static final String DEAD_LETTERS = "/api/operations/orderbook/dead-letters";
    private static final String PARKED = "/api/operations/orderbook/parked";

    private static RunningService running;

    private final String buyer = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        running = new RunningService(Map.of("guanxi.topics.start-timeout", "1s"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @AfterEach
    void repair() {
        running.service().poison.clear();
        running.service().broken.set(false);
        running.service().viewBug.set(false);
    }

    @Test
    void a_valid_order_is_in_the_view_once_however_often_it_comes() {
        var placed = Shop.order("placed", id(), buyer, "o1");
        var paid = Shop.order("paid", id(), buyer, "o1");
        running.send(placed, paid, placed, paid, placed);
        running.send(Shop.order("delivered", id(), buyer, "o1"));
        running.awaitNotes(buyer, "o1 placed", "o1 paid", "o1 delivered");
    }

    @Test
    void each_kind_of_bad_record_is_a_dead_letter_and_the_partition_goes_on() {
        String bad = UUID.randomUUID().toString();
        var good = Shop.order("placed", id(), bad, "o1");
        String key = new String(good.key(), StandardCharsets.UTF_8);
        String prefix = "bad-" + bad + "-";
        running.send(
                Shop.with(
                        Shop.order("placed", prefix + "unreadable", bad, "o1"),
                        key,
                        "{oops".getBytes(StandardCharsets.UTF_8)),
                Shop.with(Shop.order("placed", prefix + "empty", bad, "o1"), key, null),
                Shop.with(
                        Shop.order("placed", prefix + "invalid", bad, "o1"),
                        key,
                        Shop.body("placed", bad, "o1")
                                .replace("\"10.00\"", "10")
                                .getBytes(StandardCharsets.UTF_8)),
                Shop.with(Shop.order("placed", prefix + "oversized", bad, "o1"), key, new byte[300_000]),
                Shop.withHeader(Shop.order("placed", prefix + "type", bad, "o1"), Envelope.TYPE, "shop.order.eaten.v1"),
                Shop.withHeader(Shop.order("placed", prefix + "tenant", bad, "o1"), Envelope.TENANT, "No Tenant"),
                Shop.with(
                        Shop.order("placed", prefix + "key", bad, "o1"),
                        "somebody else",
                        Shop.body("placed", bad, "o1").getBytes(StandardCharsets.UTF_8)),
                good);
        running.awaitNotes(bad, "o1 placed");
        eventually(
                () -> listed(prefix, "acme"),
                letters -> assertThat(letters)
                        .extracting(letter -> letter.path("eventId").asString().substring(prefix.length()) + ":"
                                + letter.path("reason").asString())
                        .containsExactlyInAnyOrder(
                                "unreadable:unreadable",
                                "empty:unreadable",
                                "invalid:invalid",
                                "oversized:oversized",
                                "type:unknown-type",
                                "key:wrong-key"));
        JsonNode invalid = listed(prefix, "acme").stream()
                .filter(letter -> letter.path("reason").asString().equals("invalid"))
                .findFirst()
                .orElseThrow();
        assertThat(invalid.path("violations").toString())
                .contains("/totals/grand")
                .doesNotContain(bad);
        eventually(
                () -> listed(prefix, "platform"),
                letters -> assertThat(letters)
                        .as("a record without a tenant is the platform operators'")
                        .extracting(letter -> letter.path("reason").asString())
                        .containsExactly("invalid-envelope"));
        assertThat(listed(prefix, "globex")).as("another tenant sees nothing").isEmpty();
    }

    @Test
    void a_dead_letter_keeps_bytes_key_and_headers() {
        String id = "kept-" + id();
        running.send(Shop.withHeader(
                Shop.withHeader(Shop.order("placed", id, buyer, "o1"), Envelope.TYPE, "shop.order.eaten.v1"),
                "x-shop",
                "south"));
        eventually(() -> deadLetterRecords(id), records -> assertThat(records).hasSize(1));
        ConsumerRecord<byte[], byte[]> letter = deadLetterRecords(id).getFirst();
        assertThat(letter.key()).isEqualTo(Shop.customer(buyer).toString().getBytes(StandardCharsets.UTF_8));
        assertThat(letter.value()).isEqualTo(Shop.body("placed", buyer, "o1").getBytes(StandardCharsets.UTF_8));
        assertThat(EventHeaders.text(letter.headers(), "x-shop")).isEqualTo("south");
        assertThat(EventHeaders.text(letter.headers(), Envelope.DLQ_TOPIC)).isEqualTo(Topics.SHOP_ORDERS);
        assertThat(EventHeaders.text(letter.headers(), Envelope.DLQ_REASON)).isEqualTo("unknown-type");
        assertThat(EventHeaders.text(letter.headers(), Envelope.DLQ_ATTEMPTS)).isEqualTo("1");
        assertThat(EventHeaders.text(letter.headers(), Envelope.DLQ_GROUP)).isEqualTo("orderbook");
    }

    @Test
    void a_repaired_and_replayed_record_gives_the_state_that_would_have_been() {
        String id = "repair-" + id();
        String wrong = Shop.body("placed", buyer, "o1").replace("\"quantity\":1", "\"quantity\":\"one\"");
        running.send(
                Shop.with(
                        Shop.order("placed", id, buyer, "o1"),
                        Shop.customer(other).toString(),
                        wrong.getBytes(StandardCharsets.UTF_8)),
                Shop.order("returned", id(), buyer, "o1"));
        String letter = awaitLetter(id);

        Api.Answer refused = operator().post(DEAD_LETTERS + "/" + letter + "/replay", "{}");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.toString()).contains("/body/lines/0/quantity");
        assertThat(running.operator("globex")
                        .post(DEAD_LETTERS + "/" + letter + "/replay", "{}")
                        .status())
                .isEqualTo(404);

        Api.Answer accepted = operator()
                .post(DEAD_LETTERS + "/" + letter + "/replay", "{\"body\":" + Shop.body("placed", buyer, "o1") + "}");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        running.awaitNotes(buyer, "o1 placed", "o1 returned");
        eventually(
                () -> listed(id, "acme"),
                letters -> assertThat(letters)
                        .extracting(l -> l.path("state").asString())
                        .containsExactly("resolved"));
        eventually(() -> parked(buyer), parked -> assertThat(parked).isEmpty());
    }

    @Test
    void a_replay_that_fails_again_is_the_same_entry_with_one_attempt_more() {
        String id = "again-" + id();
        running.send(Shop.withHeader(Shop.order("placed", id, buyer, "o1"), Envelope.TYPE, "shop.order.eaten.v1"));
        String letter = awaitLetter(id);
        // What a second failure leaves on the topic: the replay of this record, unusable still.
        var replayed = Shop.withHeader(Shop.order("placed", id, buyer, "o1"), Envelope.TYPE, "shop.order.eaten.v1");
        replayed.headers().add("replay-of", letter.replace(':', '/').getBytes(StandardCharsets.UTF_8));
        replayed.headers().add("replay-attempts", "1".getBytes(StandardCharsets.UTF_8));
        running.send(replayed);
        eventually(
                () -> listed(id, "acme"),
                letters -> assertThat(letters)
                        .extracting(l ->
                                l.path("state").asString() + l.path("attempts").asInt())
                        .containsExactly("open2"));
        Api.Answer accepted = operator()
                .post(DEAD_LETTERS + "/" + letter + "/replay", "{\"headers\":{\"ce_type\":\"shop.order.placed.v1\"}}");
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
        running.awaitNotes(buyer, "o1 placed");
        eventually(
                () -> listed(id, "acme"),
                letters -> assertThat(letters)
                        .extracting(l -> l.path("state").asString())
                        .containsExactly("resolved"));
    }

    @Test
    void an_event_that_comes_too_early_waits_for_its_order_and_the_others_go_on() {
        running.send(Shop.order("returned", id(), buyer, "o1"), Shop.order("placed", id(), buyer, "o2"));
        running.awaitNotes(buyer, "o2 placed");
        eventually(
                () -> parked(buyer),
                parked -> assertThat(parked)
                        .extracting(p -> p.path("kind").asString() + " "
                                + p.path("waitsFor").asString())
                        .containsExactly("early o1"));
        running.send(Shop.order("placed", id(), buyer, "o1"));
        running.awaitNotes(buyer, "o2 placed", "o1 placed", "o1 returned");
        eventually(() -> parked(buyer), parked -> assertThat(parked).isEmpty());
    }

    @Test
    void a_customer_whose_event_fails_waits_in_order_while_the_others_go_on() {
        running.service().poison.add("bad");
        running.send(
                Shop.order("placed", id(), buyer, "o1"),
                Shop.order("placed", id(), buyer, "bad"),
                Shop.order("paid", id(), buyer, "o1"),
                Shop.order("placed", id(), other, "o1"));
        running.awaitNotes(other, "o1 placed");
        eventually(() -> parked(buyer), parked -> assertThat(parked).hasSize(2));
        running.send(Shop.order("delivered", id(), buyer, "o1"), Shop.order("paid", id(), other, "o1"));
        running.awaitNotes(other, "o1 placed", "o1 paid");
        running.awaitNotes(buyer, "o1 placed");

        running.service().poison.clear();
        Api.Answer asked = operator().post(PARKED + "/" + Shop.customer(buyer) + "/replay", "{}");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        running.awaitNotes(buyer, "o1 placed", "bad placed", "o1 paid", "o1 delivered");
        running.send(Shop.order("returned", id(), buyer, "o1"));
        running.awaitNotes(buyer, "o1 placed", "bad placed", "o1 paid", "o1 delivered", "o1 returned");
        assertThat(running.operator("globex")
                        .post(PARKED + "/" + Shop.customer(buyer) + "/replay", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void while_a_machine_is_broken_nothing_is_lost_and_nothing_is_parked() {
        running.service().broken.set(true);
        double before = retries();
        running.send(Shop.order("placed", id(), buyer, "o1"), Shop.order("paid", id(), buyer, "o1"));
        eventually(TakingOrdersInIT::retries, now -> assertThat(now).isGreaterThan(before + 2));
        assertThat(parked(buyer)).isEmpty();
        running.service().broken.set(false);
        running.awaitNotes(buyer, "o1 placed", "o1 paid");
    }

    @Test
    void after_the_broker_was_away_everything_goes_on() {
        running.send(Shop.order("placed", id(), buyer, "o1"));
        running.awaitNotes(buyer, "o1 placed");
        running.stopBroker();
        running.startBroker();
        running.send(Shop.order("paid", id(), buyer, "o1"));
        running.awaitNotes(buyer, "o1 placed", "o1 paid");
        eventually(
                () -> published(buyer).stream()
                        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                        .toList(),
                bodies -> assertThat(bodies).hasSizeGreaterThanOrEqualTo(2));
    }

    @Test
    void a_service_that_starts_before_the_broker_takes_orders_in_once_it_is_there() {
        running.stopBroker();
        CompletableFuture<Void> broker = CompletableFuture.runAsync(
                running::startBroker, CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS));
        running.restart(() -> {});
        broker.join();
        running.send(Shop.order("placed", id(), buyer, "o1"));
        running.awaitNotes(buyer, "o1 placed");
    }

    private List<ConsumerRecord<byte[], byte[]>> published(String externalId) {
        byte[] key = Shop.customer(externalId).toString().getBytes(StandardCharsets.UTF_8);
        return running.all(Topics.CRM_LOYALTY).stream()
                .filter(record -> java.util.Arrays.equals(key, record.key()))
                .toList();
    }

    private static double retries() {
        return running
                .context()
                .getBean(io.micrometer.core.instrument.MeterRegistry.class)
                .find("guanxi.intake.retries")
                .counters()
                .stream()
                .mapToDouble(io.micrometer.core.instrument.Counter::count)
                .sum();
    }

    private static Api operator() {
        return running.operator("acme");
    }

    private static List<JsonNode> listed(String prefix, String tenant) {
        return items(running.operator(tenant).get(DEAD_LETTERS + "?limit=200")).stream()
                .filter(letter -> letter.path("eventId").asString().startsWith(prefix))
                .toList();
    }

    private static List<JsonNode> parked(String externalId) {
        return items(operator().get(PARKED + "?limit=200")).stream()
                .filter(p -> p.path("customer")
                        .asString()
                        .equals(Shop.customer(externalId).toString()))
                .toList();
    }

    private static List<JsonNode> items(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .toList();
    }

    private static String awaitLetter(String id) {
        eventually(() -> listed(id, "acme"), letters -> assertThat(letters).hasSize(1));
        return listed(id, "acme").getFirst().path("id").asString();
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetterRecords(String id) {
        return running.all(Topics.deadLetters(Topics.SHOP_ORDERS, "orderbook")).stream()
                .filter(record -> id.equals(EventHeaders.text(record.headers(), Envelope.ID)))
                .toList();
    }

    static String id() {
        return UUID.randomUUID().toString();
    }
}
