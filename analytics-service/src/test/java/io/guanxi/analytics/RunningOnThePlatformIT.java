package io.guanxi.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.test.Api;
import io.guanxi.test.TestPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.test.TestTopics;
import io.guanxi.web.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Runs and reports over the wire, on one instance and on two; each test goes on where the last one ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunningOnThePlatformIT {

    private static final String TENANT = "music";
    private static final String SHOP = "cd-shop";
    private static final int CUSTOMERS = 240;
    private static final LocalDate FIRST_DAY = LocalDate.parse("1997-01-01");
    private static final LocalDate LAST_DAY = LocalDate.parse("1998-06-30");
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final String SECRET = "known to the instances of this test";

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;
    private static Api analyst;
    private static long orders;

    @BeforeAll
    static void start() {
        service = run("one", SECRET);
        analyst = api(service, Role.ANALYST);
        publishOrders();
        await().atMost(DEADLINE).until(() -> {
            JsonNode boundaries = analyst.get("/api/analytics/score-boundaries").json();
            return boundaries.at("/population").asInt(0) == CUSTOMERS
                    && boundaries.at("/measuredAt").asString("").equals(LAST_DAY.toString());
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Order(1)
    void a_lifetime_model_is_fitted_and_comes_into_force_with_thresholds() {
        Api.Answer asked = analyst.with("Idempotency-Key", "fit-1")
                .post(
                        "/api/analytics/runs",
                        Map.of(
                                "kind",
                                "lifetime-fit",
                                "parameters",
                                Map.of(
                                        "calibrationEnd",
                                        "1998-03-31",
                                        "holdOutEnd",
                                        "1998-06-30",
                                        "leastRepeatBuyers",
                                        20)));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        JsonNode done = awaitEnd(asked.text("/id"));
        assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.at("/asOf").asString()).isEqualTo("1998-06-30");
        assertThat(done.at("/summary/thresholds").asString()).isEqualTo("measured");

        JsonNode result = analyst.get("/api/analytics/runs/{id}/result", asked.text("/id"))
                .json();
        assertThat(result.at("/version").asInt()).isEqualTo(1);
        assertThat(result.at("/fit/orders/customers").asInt()).isEqualTo(CUSTOMERS);
        Api.Answer again = analyst.with("Idempotency-Key", "fit-1")
                .post(
                        "/api/analytics/runs",
                        Map.of(
                                "kind",
                                "lifetime-fit",
                                "parameters",
                                Map.of(
                                        "calibrationEnd",
                                        "1998-03-31",
                                        "holdOutEnd",
                                        "1998-06-30",
                                        "leastRepeatBuyers",
                                        20)));
        assertThat(again.text("/id")).isEqualTo(asked.text("/id"));
    }

    @Test
    @Order(2)
    void reports_say_the_same_whenever_they_are_asked_for_a_day() {
        Api.Answer cohorts = analyst.get("/api/analytics/cohorts?asOf=1998-06-30&from=1997-01-01");
        assertThat(cohorts.status()).as(cohorts.body()).isEqualTo(200);
        assertThat(cohorts.json().at("/overall/customers").asInt()).isEqualTo(CUSTOMERS);
        assertThat(analyst.get("/api/analytics/cohorts?asOf=1998-06-30&from=1997-01-01")
                        .body())
                .isEqualTo(cohorts.body());
        assertThat(analyst.get("/api/analytics/retention?from=1997-01-01")
                        .json()
                        .at("/customers")
                        .asInt())
                .isEqualTo(CUSTOMERS);
        Api.Answer shares = analyst.get("/api/analytics/revenue-shares");
        assertThat(shares.json().at("/customers").asInt()).as(shares.body()).isEqualTo(CUSTOMERS);
        await().atMost(DEADLINE).untilAsserted(() -> {
            Api.Answer moves = analyst.get("/api/analytics/pyramid/migration?from=1998-05-31&to=1998-06-30");
            assertThat(moves.json().at("/customers").asInt()).as(moves.body()).isEqualTo(CUSTOMERS);
        });
    }

    @Test
    @Order(3)
    void an_export_is_a_parquet_file_of_all_customers() throws Exception {
        JsonNode done = awaitEnd(ask("export", Map.of()));
        assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("done");
        String path = null;
        for (JsonNode file : done.at("/files")) {
            path = file.at("/name").asString().endsWith(".parquet")
                    ? file.at("/path").asString()
                    : path;
        }
        HttpResponse<byte[]> file = fetch(port(service), path, "Bearer " + TestTokens.token(TENANT, Role.ANALYST));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/vnd.apache.parquet");
        Path copy = folder.resolve("customers.parquet");
        Files.write(copy, file.body());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT count(DISTINCT customer_id), sum(orders), count(p_alive)" + " FROM '" + copy + "'")) {
            found.next();
            assertThat(found.getLong(1)).isEqualTo(CUSTOMERS);
            assertThat(found.getLong(2)).isEqualTo(orders);
            assertThat(found.getLong(3)).isEqualTo(CUSTOMERS);
        }
        Api other = Api.at(port(service)).as(TestTokens.token("another", Role.ANALYST));
        assertThat(other.get(path).status()).isEqualTo(404);
    }

    @Test
    @Order(4)
    void the_other_kinds_end_or_say_why_not() {
        assertThat(awaitEnd(ask("exact-boundaries", Map.of())).at("/state").asString())
                .isEqualTo("done");
        assertThat(awaitEnd(ask("clusters", Map.of("most", 3))).at("/state").asString())
                .isEqualTo("done");
        assertThat(awaitEnd(ask("baskets", Map.of("leastBaskets", 5, "leastSupport", 0.01)))
                        .at("/state")
                        .asString())
                .isEqualTo("done");
        assertThat(awaitEnd(ask("risk-fit", Map.of("horizonDays", 60, "months", 12, "leastOfEach", 10)))
                        .at("/state")
                        .asString())
                .isEqualTo("done");
        JsonNode refused = awaitEnd(ask("lifetime-fit", Map.of("leastRepeatBuyers", 100_000)));
        assertThat(refused.at("/state").asString()).isEqualTo("refused");
        assertThat(refused.at("/reason/code").asString()).isEqualTo("too-few-repeat-buyers");
    }

    @Test
    @Order(5)
    void only_analysts_run_something_and_what_they_say_is_checked() {
        assertThat(api(service, Role.MARKETER).get("/api/analytics/runs").status())
                .isEqualTo(403);
        assertThat(api(service, Role.AGENT).get("/api/analytics/retention").status())
                .isEqualTo(200);
        Api.Answer faulty = analyst.post(
                "/api/analytics/runs",
                Map.of(
                        "kind",
                        "lifetime-fit",
                        "parameters",
                        Map.of("family", "weibull", "calibrationEnd", "1998-07-01")));
        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.body()).contains("/parameters/family");
        assertThat(analyst.post("/api/analytics/runs", Map.of("kind", "nonsense"))
                        .body())
                .contains("/kind");
        assertThat(analyst.get("/api/analytics/runs/unknown").problem()).isEqualTo("run-not-found");
        assertThat(analyst.get("/api/analytics/cohorts?by=year").status()).isEqualTo(400);
        assertThat(analyst.get("/api/analytics/revenue-shares?asOf=2031-01-01").status())
                .isEqualTo(400);
        assertThat(analyst.post("/api/analytics/runs", Map.of("kind", "export", "asOf", "2031-01-01"))
                        .body())
                .contains("/asOf");
    }

    @Test
    @Order(6)
    void customers_are_told_to_instances_that_know_the_secret_and_to_nobody_else() throws Exception {
        String path = "/internal/analytics/population/" + TENANT + "/0/customers";
        assertThat(fetch(port(service), path, null).statusCode()).isEqualTo(401);
        assertThat(fetch(port(service), path, "Bearer " + TestTokens.token(TENANT, Role.ADMIN))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(7)
    void two_instances_give_what_one_gives() {
        String before = analyst.get("/api/analytics/revenue-shares").body();
        ConfigurableApplicationContext second = run("two", SECRET);
        try {
            Api other = api(second, Role.ANALYST);
            await().atMost(DEADLINE).untilAsserted(() -> {
                assertThat(other.get("/api/analytics/revenue-shares").body()).isEqualTo(before);
                assertThat(analyst.get("/api/analytics/revenue-shares").body()).isEqualTo(before);
            });
            assertThat(awaitEnd(ask("cohorts", Map.of("from", "1997-01-01")))
                            .at("/summary/customers")
                            .asString())
                    .isEqualTo(Integer.toString(CUSTOMERS));
        } finally {
            second.close();
        }
    }

    @Test
    @Order(8)
    void an_instance_that_does_not_know_the_secret_has_its_runs_refused() {
        ConfigurableApplicationContext stranger = run("two", null);
        try {
            await().atMost(DEADLINE)
                    .untilAsserted(() -> assertThat(api(stranger, Role.ANALYST)
                                    .get("/api/analytics/revenue-shares")
                                    .problem())
                            .isEqualTo("instance-secret-missing"));
        } finally {
            stranger.close();
        }
    }

    private static String ask(String kind, Map<String, Object> parameters) {
        Api.Answer asked = analyst.post("/api/analytics/runs", Map.of("kind", kind, "parameters", parameters));
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return asked.text("/id");
    }

    private static JsonNode awaitEnd(String id) {
        return await().atMost(DEADLINE)
                .until(
                        () -> analyst.get("/api/analytics/runs/{id}", id).json(),
                        run -> !run.at("/endedAt").isMissingNode());
    }

    private static HttpResponse<byte[]> fetch(int port, String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static void publishOrders() {
        SplittableRandom random = new SplittableRandom(20);
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            double day = random.nextInt(84);
            double gap = 20 + random.nextInt(120);
            int order = 0;
            while (day < 545) {
                publish(customer, "o-" + customer + "-" + order++, FIRST_DAY.plusDays((long) day), random);
                if (random.nextDouble() < 0.3) {
                    break;
                }
                day += 1 + gap * -Math.log(1 - random.nextDouble());
            }
        }
        publish(0, "last", LAST_DAY, random);
    }

    private static void publish(int customer, String order, LocalDate day, SplittableRandom random) {
        orders++;
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60);
        String key = CustomerKey.of(TENANT, SHOP, "c" + customer).toString();
        // Some spend more than others, and each about the same every time.
        int usual = 10 + 7 * (customer % 13);
        String amount = usual + random.nextInt(usual) + ".50";
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(Map.of("lineId", "1", "sku", "cd-" + random.nextInt(6), "quantity", 1, "amount", amount));
        if (random.nextBoolean()) {
            lines.add(Map.of("lineId", "2", "sku", "case", "quantity", 1, "amount", "0"));
        }
        TestTopics.publish(
                Topics.SHOP_ORDERS,
                key,
                TestTopics.cloudEvent(EventTypes.SHOP_ORDER_PAID, key, at),
                Map.of(
                        "orderId",
                        order,
                        "shop",
                        SHOP,
                        "buyer",
                        Map.of("externalId", "c" + customer),
                        "channel",
                        "web",
                        "currency",
                        "USD",
                        "lines",
                        lines,
                        "totals",
                        Map.of("grand", amount)));
    }

    private static ConfigurableApplicationContext run(String stateDir, String secret) {
        List<String> settings = new ArrayList<>();
        TestPlatform.properties("analytics-runs").forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--server.port=0");
        settings.add("--guanxi.analytics.state-dir=" + folder.resolve(stateDir));
        settings.add("--guanxi.analytics.revision.check-every=200ms");
        settings.add("--guanxi.analytics.revision.at-latest=2s");
        if (secret != null) {
            settings.add("--guanxi.analytics.instance-secret=" + secret);
        }
        return AnalyticsService.application().run(settings.toArray(String[]::new));
    }

    private static Api api(ConfigurableApplicationContext context, Role role) {
        return Api.at(port(context)).as(TestTokens.token(TENANT, role));
    }

    private static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }
}
