package io.guanxi.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.test.Api;
import io.guanxi.test.TestPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.test.TestTopics;
import io.guanxi.web.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** The service on a broker and a store, from the order topic to the answers; each test goes on where the last one ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeasuringOnThePlatformTest {

    private static final String TENANT = "measured";
    private static final String SHOP = "cd-shop";
    private static final int CUSTOMERS = 10;
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;
    private static Api analyst;

    @BeforeAll
    static void start() {
        service = run("one");
        analyst = api(service, Role.ANALYST);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void before_the_first_order_totals_are_zero_and_nobody_is_known() {
        await().atMost(DEADLINE).untilAsserted(() -> {
            assertThat(analyst.get("/api/analytics/totals").text("/orders")).isEqualTo("0");
            Api.Answer unknown = analyst.get("/api/analytics/customers/{id}", customerId(99));
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.problem()).isEqualTo("customer-not-found");
            assertThat(analyst.get("/api/analytics/score-boundaries").problem()).isEqualTo("boundaries-not-measured");
            assertThat(Api.at(port(service)).get("/actuator/health/readiness").status())
                    .isEqualTo(200);
        });
        assertThat(Api.at(port(service)).get("/api/analytics/totals").status()).isEqualTo(401);
        assertThat(api(service, Role.SHOP).get("/api/analytics/totals").status())
                .isEqualTo(403);
        assertThat(analyst.get("/v3/api-docs").body())
                .contains("TotalsAnswer", "CustomerValueAnswer", "BoundariesAnswer");
    }

    @Test
    @Order(2)
    void orders_on_the_topic_become_totals_facts_and_scores() {
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            publish(customer, "first-" + customer, "2026-01-%02dT08:00:00Z".formatted(customer), customer + ".25", 2);
        }
        publish(10, "second", "2026-01-20T08:00:00Z", "0", 1);
        awaitTotals("11", "10", "21", "57.50");

        await().atMost(DEADLINE).untilAsserted(() -> {
            JsonNode boundaries = analyst.get("/api/analytics/score-boundaries").json();
            assertThat(boundaries.at("/population").intValue()).isEqualTo(CUSTOMERS);
            assertThat(boundaries.at("/measuredAt").asString()).isEqualTo("2026-01-20");
            JsonNode best =
                    analyst.get("/api/analytics/customers/{id}", customerId(10)).json();
            assertThat(best.at("/scores/boundariesVersion")).isEqualTo(boundaries.at("/version"));
            assertThat(best.at("/orders").intValue()).isEqualTo(2);
            assertThat(best.at("/revenue/USD").asString()).isEqualTo("10.25");
            assertThat(best.at("/firstOrderAt").asString()).isEqualTo("2026-01-10T08:00:00Z");
            assertThat(best.at("/scores/recency").intValue()).isEqualTo(5);
            assertThat(best.at("/scores/explanation/0/sentences/en").asString()).contains("0 days before 2026-01-20");
            assertThat(best.at("/asOf").asString()).isEqualTo("2026-01-20");
            assertThat(best.at("/picture/behaviour/recencyDays").intValue()).isZero();
            assertThat(best.at("/why/risk/code").asString()).isEqualTo("low");
        });
    }

    @Test
    @Order(3)
    void of_an_earlier_day_there_is_what_was_there_then() {
        JsonNode then = analyst.get("/api/analytics/totals?asOf=2026-01-05").json();
        assertThat(then.at("/customers").intValue()).isEqualTo(5);
        assertThat(then.at("/orders").intValue()).isEqualTo(5);
        assertThat(then.at("/revenue/USD").asString()).isEqualTo("16.25");
        JsonNode now = analyst.get("/api/analytics/totals?asOf=2026-01-20").json();
        JsonNode kept = analyst.get("/api/analytics/totals").json();
        for (String field : List.of("customers", "orders", "units", "returnedUnits", "revenue", "netRevenue")) {
            assertThat(now.path(field)).as(field).isEqualTo(kept.path(field));
        }
        assertThat(analyst.get("/api/analytics/pyramid?asOf=2026-01-05")
                        .json()
                        .at("/ungraded/customers")
                        .intValue())
                .isEqualTo(5);
        await().atMost(DEADLINE).untilAsserted(() -> {
            JsonNode boundaries = analyst.get("/api/analytics/score-boundaries?asOf=2026-01-20")
                    .json();
            assertThat(boundaries.at("/measuredAt").asString()).isEqualTo("2026-01-20");
            assertThat(boundaries.path("boundaries"))
                    .isEqualTo(analyst.get("/api/analytics/score-boundaries")
                            .json()
                            .path("boundaries"));
        });
        assertThat(analyst.get("/api/analytics/score-boundaries?asOf=1999-01-01")
                        .problem())
                .isEqualTo("boundaries-not-measured");
        assertThat(analyst.get("/api/analytics/totals?asOf=yesterday").status()).isEqualTo(400);
        assertThat(analyst.get("/api/analytics/pyramid?asOf=1970-01-01").status())
                .isEqualTo(400);
    }

    @Test
    @Order(4)
    void a_customer_is_answered_for_as_of_any_day_since_the_first_order() {
        JsonNode then = analyst.get("/api/analytics/customers/{id}?asOf=2026-01-15", customerId(10))
                .json();
        assertThat(then.at("/asOf").asString()).isEqualTo("2026-01-15");
        assertThat(then.at("/orders").intValue()).isEqualTo(1);
        assertThat(then.at("/netRevenue/USD").asString()).isEqualTo("10.25");
        assertThat(then.at("/picture/behaviour/recencyDays").intValue()).isEqualTo(5);
        assertThat(then.at("/updatedAt").isMissingNode()).isTrue();

        Api.Answer before = analyst.get("/api/analytics/customers/{id}?asOf=2026-01-09", customerId(10));
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.problem()).isEqualTo("no-order-yet");
        assertThat(analyst.get("/api/analytics/customers/{id}?asOf=2026-01-32", customerId(10))
                        .status())
                .isEqualTo(400);
        assertThat(analyst.get("/api/analytics/customers/{id}?asOf=2027-01-01", customerId(10))
                        .body())
                .contains("must not be after 2026-01-20");
    }

    @Test
    @Order(4)
    void without_a_rule_nobody_has_a_grade() {
        JsonNode pyramid = analyst.get("/api/analytics/pyramid").json();
        assertThat(pyramid.at("/levels").size()).isEqualTo(4);
        assertThat(pyramid.at("/ungraded/customers").intValue()).isEqualTo(CUSTOMERS);
        assertThat(pyramid.at("/ungraded/netRevenue/USD").asString()).isEqualTo("57.50");
    }

    @Test
    @Order(4)
    void states_and_revisions_are_published_as_the_contract_says() {
        List<TestTopics.Read> states = TestTopics.await(
                Topics.CUSTOMER_VALUE_STATE,
                record -> key(10).equals(record.key()),
                found -> !found.isEmpty()
                        && found.getLast().json().at("/scores/frequency").asInt(0) == 5,
                DEADLINE);
        TestTopics.Read state = states.getLast();
        assertThat(SchemaCatalogue.published().validate(EventTypes.CUSTOMER_VALUE_STATE, state.value()))
                .isEmpty();
        assertThat(state.type()).isEqualTo(EventTypes.CUSTOMER_VALUE_STATE);
        assertThat(state.json().at("/orders").intValue()).isEqualTo(2);
        TestTopics.Read revision =
                TestTopics.awaitOne(Topics.CRM_ANALYTICS, record -> TENANT.equals(record.key()), DEADLINE);
        assertThat(SchemaCatalogue.published().validate(revision.type(), revision.value()))
                .isEmpty();
    }

    @Test
    @Order(5)
    void an_invalid_order_is_listed_repaired_replayed_and_then_counted() {
        Map<String, Object> order = order(1, "broken", "1.00", 1);
        Map<String, Object> broken = new HashMap<>(order);
        broken.put("currency", "dollars");
        TestTopics.publish(Topics.SHOP_ORDERS, key(1), paid(1, "2026-01-21T08:00:00Z"), broken);
        Api operator = api(service, Role.OPERATOR);
        JsonNode letter = await().atMost(DEADLINE)
                .until(
                        () -> operator.get("/api/operations/analytics/dead-letters")
                                .json()
                                .at("/items/0"),
                        JsonNode::isObject);
        assertThat(letter.at("/reason").asString()).isEqualTo("invalid");
        Api.Answer replayed = operator.with("Idempotency-Key", "repair-1")
                .post(
                        "/api/operations/analytics/dead-letters/{id}/replay",
                        Map.of("body", order),
                        letter.at("/id").asString());
        assertThat(replayed.status()).as(replayed.body()).isLessThan(300);
        awaitTotals("12", "10", "22", "58.50");
        await().atMost(DEADLINE)
                .until(() -> operator.get("/api/operations/analytics/dead-letters")
                        .text("/items/0/state")
                        .equals("resolved"));
    }

    @Test
    @Order(6)
    void a_second_instance_gives_the_same_answers() {
        List<String> before = awaitAnswers(analyst);
        ConfigurableApplicationContext second = run("two");
        try {
            Api other = api(second, Role.ANALYST);
            await().atMost(DEADLINE).untilAsserted(() -> {
                List<String> answers = answers(other);
                assertThat(answers(analyst)).isEqualTo(answers);
                assertThat(facts(answers)).isEqualTo(facts(before));
            });
        } finally {
            second.close();
        }
        awaitFacts(before);
    }

    @Test
    @Order(7)
    void after_a_restart_the_numbers_are_the_same_and_grow_on() {
        List<String> before = awaitAnswers(analyst);
        service.close();
        start();
        awaitFacts(before);
        awaitTotals("12", "10", "22", "58.50");
        publish(2, "after-restart", "2026-01-22T08:00:00Z", "1.50", 1);
        publish(1, "first-1", "2026-01-01T08:00:00Z", "1.25", 2);
        awaitTotals("13", "10", "23", "60.00");
    }

    @Test
    @Order(8)
    void without_its_state_folder_the_service_rebuilds_the_same_numbers() throws IOException {
        List<String> before = awaitAnswers(analyst);
        service.close();
        FileSystemUtils.deleteRecursively(folder.resolve("one"));
        start();
        awaitFacts(before);
        awaitTotals("13", "10", "23", "60.00");
    }

    private static void awaitTotals(String orders, String customers, String units, String revenue) {
        await().atMost(DEADLINE).untilAsserted(() -> {
            Api.Answer totals = analyst.get("/api/analytics/totals");
            assertThat(totals.status()).as(totals.body()).isEqualTo(200);
            assertThat(List.of(
                            totals.text("/orders"),
                            totals.text("/customers"),
                            totals.text("/units"),
                            totals.text("/revenue/USD")))
                    .containsExactly(orders, customers, units, revenue);
        });
    }

    private static void awaitFacts(List<String> expected) {
        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThat(facts(answers(analyst))).isEqualTo(facts(expected)));
    }

    private static List<String> awaitAnswers(Api api) {
        List<String> answers = new ArrayList<>();
        await().atMost(DEADLINE).untilAsserted(() -> {
            answers.clear();
            answers.addAll(answers(api));
        });
        return answers;
    }

    /** Totals and all customers; fails while a partition has nobody who answers for it. */
    private static List<String> answers(Api api) {
        List<String> answers = new ArrayList<>();
        answers.add(answer(api.get("/api/analytics/totals")));
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            answers.add(answer(api.get("/api/analytics/customers/{id}", customerId(customer))));
        }
        return answers;
    }

    private static String answer(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Without the scores, which may have got newer boundaries meanwhile. */
    private static List<String> facts(List<String> answers) {
        return answers.stream()
                .map(answer -> answer.replaceAll(",\"asOf\":\"[^\"]*\"", "").replaceAll(",\"picture\".*", ""))
                .toList();
    }

    private static ConfigurableApplicationContext run(String stateDir) {
        List<String> settings = new ArrayList<>();
        TestPlatform.properties("analytics").forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--server.port=0");
        settings.add("--guanxi.analytics.state-dir=" + folder.resolve(stateDir));
        settings.add("--guanxi.analytics.revision.check-every=200ms");
        return AnalyticsService.application().run(settings.toArray(String[]::new));
    }

    private static Api api(ConfigurableApplicationContext context, Role role) {
        return Api.at(port(context)).as(TestTokens.token(TENANT, role));
    }

    private static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    private static void publish(int customer, String orderId, String at, String amount, int units) {
        TestTopics.publish(
                Topics.SHOP_ORDERS, key(customer), paid(customer, at), order(customer, orderId, amount, units));
    }

    private static Map<String, String> paid(int customer, String at) {
        return TestTopics.cloudEvent(EventTypes.SHOP_ORDER_PAID, key(customer), Instant.parse(at));
    }

    private static Map<String, Object> order(int customer, String orderId, String amount, int units) {
        return Map.of(
                "orderId",
                orderId,
                "shop",
                SHOP,
                "buyer",
                Map.of("externalId", "c" + customer),
                "channel",
                "web",
                "currency",
                "USD",
                "lines",
                List.of(Map.of("lineId", "1", "sku", "cd", "quantity", units, "amount", amount)),
                "totals",
                Map.of("grand", amount));
    }

    private static String key(int customer) {
        return CustomerKey.of(TENANT, SHOP, "c" + customer).toString();
    }

    private static String customerId(int customer) {
        return CustomerKey.of(TENANT, SHOP, "c" + customer).customerId();
    }
}
