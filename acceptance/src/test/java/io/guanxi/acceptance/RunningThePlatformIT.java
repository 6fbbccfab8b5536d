package io.guanxi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.Envelope;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.standalone.orders.ShopEvents;
import io.guanxi.standalone.orders.ShopProducer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One platform, from its first start to its last stop. The order matters: it is one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunningThePlatformIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ORDERS = 3_000;

    @TempDir
    private static Path folder;

    private static ScriptedPlatform platform;
    private static OrderLog log;

    @BeforeAll
    static void start() throws IOException {
        log = OrderLog.prepare(folder, ORDERS);
        platform = ScriptedPlatform.on(Home.folder()).start();
    }

    @AfterAll
    static void end() {
        if (platform != null) {
            platform.close();
        }
    }

    private static JsonNode view(String shop, String externalId) throws IOException, InterruptedException {
        return platform.get(
                "/api/customers/" + CustomerKey.of("demo", shop, externalId).customerId());
    }

    private static void awaitTotals(int orders) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(platform.get("/api/analytics/totals")
                                .path("orders")
                                .asInt(-1))
                        .isEqualTo(orders));
    }

    @Test
    @Order(1)
    void aSecondStartOnTheSameFolderSaysWhoIsThere() throws IOException {
        Script.Result second = platform.script().run("start");

        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.output()).contains("in use").contains("./guanxi stop");
    }

    @Test
    @Order(2)
    void statusNamesEveryServiceAsReady() throws IOException {
        assertThat(platform.script().run("status").expectSuccess().output())
                .contains("gateway", "customer", "loyalty", "ticket", "analytics")
                .doesNotContain("not ready");
    }

    @Test
    @Order(3)
    void aKillInTheMiddleOfAnImportAndARepeatedImportChangeNothing() throws Exception {
        Process firstImport = platform.script().begin("import", log.file().toString(), "--format", "cdnow");
        await().atMost(PATIENCE)
                .until(() ->
                        platform.get("/api/analytics/totals").path("orders").asInt(0) > ORDERS / 10);
        platform.kill();
        firstImport.destroyForcibly().waitFor();

        platform.start();
        platform.script()
                .run("import", log.file().toString(), "--format", "cdnow")
                .expectSuccess();
        platform.script()
                .run("import", log.file().toString(), "--format", "cdnow", "--wait")
                .expectSuccess();

        awaitTotals(log.orders());
        everythingAgreesWithTheLog();
    }

    private static void everythingAgreesWithTheLog() throws IOException, InterruptedException {
        JsonNode totals = platform.get("/api/analytics/totals");
        assertThat(totals.path("customers").asInt()).isEqualTo(log.customers().size());
        assertThat(totals.path("units").asInt()).isEqualTo(log.units());
        assertThat(new BigDecimal(totals.path("revenue").path("USD").asString()))
                .isEqualByComparingTo(log.amount());
        int every = Math.max(1, log.customers().size() / 60);
        int number = 0;
        for (Map.Entry<String, OrderLog.Bought> customer : log.customers().entrySet()) {
            if (number++ % every == 0) {
                await().atMost(PATIENCE).untilAsserted(() -> agrees(customer.getKey(), customer.getValue()));
            }
        }
    }

    private static void agrees(String externalId, OrderLog.Bought bought) throws IOException, InterruptedException {
        JsonNode view = view("cdnow", externalId);
        assertThat(view.path("complete").asBoolean()).isTrue();
        assertThat(view.at("/value/orders").asInt()).isEqualTo(bought.orders());
        assertThat(view.at("/value/units").asInt()).isEqualTo(bought.units());
        assertThat(new BigDecimal(view.at("/value/revenue/USD").asString("0"))).isEqualByComparingTo(bought.amount());
        assertThat(view.at("/loyalty/balance").asLong()).isEqualTo(bought.points());
        assertThat(view.at("/customer/orders/count").asInt()).isEqualTo(bought.orders());
    }

    @Test
    @Order(4)
    void aCustomerIsFoundByTheShopsId() throws Exception {
        String first = log.customers().keySet().iterator().next();

        JsonNode found = platform.get("/api/customers?externalId=" + first);

        assertThat(found.at("/items/0/id").asString())
                .isEqualTo(CustomerKey.of("demo", "cdnow", first).customerId());
    }

    @Test
    @Order(5)
    void aFittedModelGivesCustomersAGradeARiskAndAWorthThatExplainThemselves() throws Exception {
        String run = JsonMapper.shared()
                .readTree(platform.send(
                                "POST",
                                "/api/analytics/runs",
                                Map.of("kind", "lifetime-fit"),
                                Map.of("Idempotency-Key", "first-fit"))
                        .body())
                .path("id")
                .asString();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(platform.get("/api/analytics/runs/" + run)
                                .path("state")
                                .asString())
                        .isEqualTo("done"));
        String buyer = log.customers().entrySet().stream()
                .max(Comparator.comparing(customer -> customer.getValue().amount()))
                .orElseThrow()
                .getKey();

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode value = view("cdnow", buyer).path("value");
            assertThat(value.at("/picture/grade").asString("none")).isIn("platinum", "gold");
            assertThat(value.at("/picture/risk/probability").asDouble(-1)).isBetween(0.0, 1.0);
            assertThat(value.at("/picture/lifetime/expectedOrders").asDouble(-1))
                    .isPositive();
            assertThat(value.at("/why/grade/sentences").toString()).contains("zh-CN", buyersGrade(value));
        });
        assertThat(platform.get("/api/analytics/pyramid").toString()).contains("platinum", "gold", "iron", "lead");
    }

    private static String buyersGrade(JsonNode value) {
        return value.at("/why/grade/names/en").asString();
    }

    @Test
    @Order(6)
    void withoutOneServiceTheViewSaysSoInTimeAndOrdersAreNotLost() throws Exception {
        platform.script().run("service", "stop", "loyalty").expectSuccess();
        long asked = System.nanoTime();
        JsonNode partial = view("cdnow", log.customers().keySet().iterator().next());
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(partial.path("complete").asBoolean(true)).isFalse();
        assertThat(partial.at("/missing/0/part").asString()).isEqualTo("loyalty");
        assertThat(took).isLessThan(Duration.ofSeconds(3));
        assertThat(order("away", "A-1", "7.90").statusCode()).isEqualTo(202);

        platform.script().run("service", "start", "loyalty").expectSuccess();

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode view = view("web", "away");
            assertThat(view.path("complete").asBoolean()).isTrue();
            assertThat(view.at("/loyalty/balance").asInt()).isEqualTo(7);
        });
    }

    private static HttpResponse<String> order(String externalId, String orderId, String amount)
            throws IOException, InterruptedException {
        return platform.send(
                "POST",
                "/api/orders",
                Map.of(
                        "type",
                        "shop.order.paid.v1",
                        "time",
                        "2026-03-01T10:00:00Z",
                        "data",
                        body(externalId, orderId, amount)),
                Map.of());
    }

    private static Map<String, Object> body(String externalId, String orderId, String amount) {
        return Map.of(
                "orderId",
                orderId,
                "shop",
                "web",
                "buyer",
                Map.of("externalId", externalId),
                "channel",
                "web",
                "currency",
                "CNY",
                "lines",
                List.of(Map.of("lineId", "1", "sku", "TEA", "quantity", 1, "amount", amount)),
                "totals",
                Map.of("grand", amount));
    }

    @Test
    @Order(7)
    void whatCannotBeUsedIsSetAsideRepairedAndReplayed() throws Exception {
        ShopEvents events = new ShopEvents("demo", "web");
        try (Producer<String, byte[]> shop = ShopProducer.connect(platform.bootstrapServers())) {
            byte[] invalid = JsonMapper.shared().writeValueAsBytes(body("repaired", "R-1", "much"));
            shop.send(events.record(
                            EventTypes.SHOP_ORDER_PAID,
                            "R-1",
                            "repaired",
                            Instant.parse("2026-03-01T10:00:00Z"),
                            invalid))
                    .get();
            shop.send(new ProducerRecord<>(Topics.SHOP_ORDERS, "no key", "not json".getBytes(StandardCharsets.UTF_8)))
                    .get();
            ProducerRecord<String, byte[]> unknown = events.record(
                    EventTypes.SHOP_ORDER_PAID, "U-1", "repaired", Instant.parse("2026-03-01T10:00:00Z"), invalid);
            unknown.headers().remove(Envelope.TYPE);
            unknown.headers().add(Envelope.TYPE, "shop.order.eaten.v1".getBytes(StandardCharsets.UTF_8));
            shop.send(unknown).get();
        }
        for (String service : List.of("customer", "loyalty", "analytics")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reasons(service))
                            .contains("unknown-type")
                            .hasSize(2));
        }

        String letter = letters("loyalty").stream()
                .filter(one -> !one.path("reason").asString().equals("unknown-type"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        HttpResponse<String> replayed = platform.send(
                "POST",
                "/api/operations/loyalty/dead-letters/" + letter + "/replay",
                Map.of("body", body("repaired", "R-1", "33.00")),
                Map.of());
        assertThat(replayed.statusCode()).as(replayed.body()).isEqualTo(202);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode view = view("web", "repaired");
            assertThat(view.at("/loyalty/balance").asInt()).isEqualTo(33);
            assertThat(view.at("/value/orders").asInt()).isEqualTo(1);
            assertThat(view.at("/customer/orders/count").asInt()).isEqualTo(1);
        });
        for (String service : List.of("customer", "loyalty", "analytics")) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(letters(service))
                            .anySatisfy(one ->
                                    assertThat(one.path("state").asString()).isEqualTo("resolved")));
        }
    }

    private static List<JsonNode> letters(String service) throws IOException, InterruptedException {
        return platform.get("/api/operations/" + service + "/dead-letters")
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<String> reasons(String service) throws IOException, InterruptedException {
        return letters(service).stream()
                .map(one -> one.path("reason").asString())
                .toList();
    }

    @Test
    @Order(8)
    void anOrderInAShopsCsvIsTheSameOrderEachTime() throws Exception {
        Path csv = Files.writeString(
                folder.resolve("shop.csv"),
                "No,Client,Day,Sum\nC-1,csv,2026-03-01,20.00\nC-2,csv,2026-03-02,not much\nC-3,csv,2026-03-03,5.00\n");
        String[] verb = {
            "import",
            csv.toString(),
            "--format",
            "csv",
            "--currency",
            "CNY",
            "--columns",
            "order=No,customer=Client,date=Day,amount=Sum",
            "--wait"
        };

        assertThat(platform.script().run(verb).expectSuccess().output())
                .contains("line 3")
                .contains("2 orders");
        platform.script().run(verb).expectSuccess();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                view("shop", "csv").at("/loyalty/balance").asInt())
                        .isEqualTo(25));
        assertThat(view("shop", "csv").at("/value/orders").asInt()).isEqualTo(2);
    }

    @Test
    @Order(9)
    void aSimulatedShopHasCustomersWithProfilesAndTickets() throws Exception {
        String said = platform.script()
                .run("simulate", "--orders", "120", "--until", "2026-06-30")
                .expectSuccess()
                .output();
        Matcher questions = Pattern.compile("and (\\d+) questions asked").matcher(said);
        assertThat(questions.find()).as(said).isTrue();
        int asked = Integer.parseInt(questions.group(1));
        assertThat(asked).isPositive();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(view("simulated", "C00001")
                                .at("/customer/profile/email")
                                .asString(""))
                        .endsWith("@example.com"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(platform.get("/api/tickets?limit=100")
                                .path("items")
                                .size())
                        .isEqualTo(asked));
    }

    @Test
    @Order(10)
    void anotherTenantSeesNothingOfIt() throws Exception {
        String token = platform.script()
                .run("token", "--tenant", "other", "--role", "agent")
                .expectSuccess()
                .output()
                .strip();
        String customer = CustomerKey.of("demo", "web", "repaired").customerId();

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + platform.port() + "/api/customers/" + customer))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    @Order(11)
    void aStopIsCleanAndANewStartKnowsEverything() throws Exception {
        everythingIsHandled();
        JsonNode before = platform.get("/api/analytics/totals");
        platform.stop();
        assertThat(platform.script().run("status").output()).contains("not running");

        platform.start();

        awaitTotals(before.path("orders").asInt());
        assertThat(platform.get("/api/analytics/totals").path("revenue")).isEqualTo(before.path("revenue"));
        assertThat(view("web", "repaired").at("/loyalty/balance").asInt()).isEqualTo(33);
    }

    /** An import waits for all that is on the topic, also what came from others; the order itself is an old one. */
    private static void everythingIsHandled() throws IOException {
        Path known = Files.writeString(folder.resolve("known.txt"), firstOrder() + "\n");
        platform.script()
                .run("import", known.toString(), "--format", "cdnow", "--wait")
                .expectSuccess();
    }

    private static String firstOrder() throws IOException {
        return Files.readAllLines(log.file()).getFirst();
    }
}
