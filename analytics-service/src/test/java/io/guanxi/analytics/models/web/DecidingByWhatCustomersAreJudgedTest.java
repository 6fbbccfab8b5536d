package io.guanxi.analytics.models.web;

import static io.guanxi.analytics.models.domain.SomeModels.MARCH;
import static io.guanxi.analytics.models.domain.SomeModels.cause;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.analytics.AnalyticsService;
import io.guanxi.analytics.models.command.Models;
import io.guanxi.analytics.models.domain.ModelCommand.RecordLifetimeModel;
import io.guanxi.analytics.models.domain.ModelCommand.RecordRiskModel;
import io.guanxi.analytics.models.domain.SomeModels;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.kernel.Origin;
import io.guanxi.test.Api;
import io.guanxi.test.TestPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.test.TestTopics;
import io.guanxi.web.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Rules, models and segments over HTTP, on a broker and a store; each test has a tenant of its own. */
class DecidingByWhatCustomersAreJudgedTest {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final String RULES = "/api/analytics/pyramid/rules";
    private static final Map<String, Object> RULE =
            Map.of("currency", "EUR", "valueAtLeast", "500", "potentialAtLeast", "120.50", "why", "as agreed");

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        List<String> settings = new ArrayList<>();
        TestPlatform.properties("analytics").forEach((name, value) -> settings.add("--" + name + "=" + value));
        settings.add("--server.port=0");
        settings.add("--guanxi.analytics.state-dir=" + folder);
        service = AnalyticsService.application().run(settings.toArray(String[]::new));
        await().atMost(DEADLINE)
                .until(() -> api("nobody", Role.ANALYST).get(RULES).status() == 200
                        && api("nobody", Role.ANALYST)
                                        .get("/api/analytics/models")
                                        .status()
                                == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_rule_is_published_once_seen_by_all_and_replaced_only_by_who_has_seen_it() {
        Api analyst = api("ruled", Role.ANALYST);
        Api.Answer first = analyst.with("Idempotency-Key", "k-1").post(RULES, RULE);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(first.text("/effectiveFrom")).isEqualTo("1970-01-01");
        assertThat(first.text("/potentialAtLeast")).isEqualTo("120.50");
        assertThat(analyst.with("Idempotency-Key", "k-1").post(RULES, RULE).text("/version"))
                .isEqualTo("1");

        Map<String, Object> other = Map.of("currency", "EUR", "valueAtLeast", "600", "potentialAtLeast", "1");
        assertThat(analyst.post(RULES, other).problem()).isEqualTo("precondition-required");
        assertThat(analyst.with("If-Match", "\"7\"").post(RULES, other).status())
                .isEqualTo(412);
        assertThat(analyst.with("If-Match", "\"1\"").post(RULES, other).text("/version"))
                .isEqualTo("2");

        Api.Answer all = api("ruled", Role.MARKETER).get(RULES);
        assertThat(all.header("ETag")).isEqualTo("\"2\"");
        assertThat(all.text("/items/0/valueAtLeast")).isEqualTo("600.00");
        assertThat(all.text("/items/1/why")).isEqualTo("as agreed");
        assertThat(api("somebody-else", Role.ANALYST).get(RULES).json().at("/items"))
                .isEmpty();

        TestTopics.Read published = TestTopics.awaitOne(
                Topics.CRM_ANALYTICS,
                record -> "ruled".equals(record.key())
                        && record.json().at("/version").asInt() == 2,
                DEADLINE);
        assertThat(published.type()).isEqualTo(EventTypes.CRM_ANALYTICS_PYRAMID_RULE_PUBLISHED);
        assertThat(SchemaCatalogue.published().validate(published.type(), published.value()))
                .isEmpty();
    }

    @Test
    void everything_that_is_wrong_with_a_rule_is_pointed_at() {
        Api analyst = api("wrong", Role.ANALYST);
        Api.Answer unreadable =
                analyst.post(RULES, Map.of("valueAtLeast", "much", "rates", Map.of("USD", "x"), "why", " "));
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(pointers(unreadable))
                .containsExactlyInAnyOrder("/rates/USD", "/valueAtLeast", "/potentialAtLeast", "/why");
        Api.Answer impossible = analyst.post(
                RULES, Map.of("currency", "euro", "valueAtLeast", "0", "potentialAtLeast", "1", "windowDays", 0));
        assertThat(pointers(impossible)).containsExactlyInAnyOrder("/currency", "/valueAtLeast", "/windowDays");
        assertThat(analyst.get(RULES).json().at("/items")).isEmpty();
    }

    @Test
    void only_analysts_decide() {
        for (Role role : List.of(Role.MARKETER, Role.AGENT)) {
            Api reader = api("roles", role);
            assertThat(reader.get("/api/analytics/segments").status()).isEqualTo(200);
            assertThat(reader.post(RULES, RULE).status()).isEqualTo(403);
            assertThat(reader.put("/api/analytics/segments/big/draft", draft("200"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(api("roles", Role.SHOP).get(RULES).status()).isEqualTo(403);
    }

    @Test
    void a_segment_is_drafted_switched_edited_and_retired() {
        Api analyst = api("segmented", Role.ANALYST);
        String path = "/api/analytics/segments/big-spenders";
        assertThat(analyst.get(path).problem()).isEqualTo("segment-not-found");
        Api.Answer drafted = analyst.put(path + "/draft", draft("200"));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        assertThat(drafted.text("/draft/condition/value")).isEqualTo("200");
        assertThat(analyst.put(path + "/draft", draft("300")).problem()).isEqualTo("precondition-required");
        assertThat(analyst.with("If-Match", "\"1\"")
                        .put(path + "/draft", draft("300"))
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(analyst.with("If-Match", "\"1\"")
                        .post(path + "/switch", Map.of())
                        .status())
                .isEqualTo(412);
        Api.Answer switched = analyst.with("If-Match", "\"2\"").post(path + "/switch", Map.of());
        assertThat(switched.text("/inUse")).isEqualTo("1");
        assertThat(switched.text("/versions/0/condition/value")).isEqualTo("300");
        assertThat(analyst.with("If-Match", "\"3\"")
                        .post(path + "/switch", Map.of())
                        .problem())
                .isEqualTo("segment-has-no-draft");
        Api.Answer retired = analyst.with("If-Match", "\"3\"").delete(path);
        assertThat(retired.status()).as(retired.body()).isEqualTo(200);
        assertThat(retired.text("/retiredFrom")).isEqualTo("1970-01-01");
        assertThat(analyst.get("/api/analytics/segments").text("/items/0/name")).isEqualTo("big-spenders");

        List<TestTopics.Read> told = TestTopics.await(
                Topics.CRM_ANALYTICS, record -> "segmented".equals(record.key()), found -> found.size() == 2, DEADLINE);
        assertThat(told)
                .extracting(TestTopics.Read::type)
                .containsExactly(EventTypes.CRM_ANALYTICS_SEGMENT_SWITCHED, EventTypes.CRM_ANALYTICS_SEGMENT_RETIRED);
    }

    @Test
    void a_draft_that_nobody_can_judge_by_is_refused_with_the_place_of_each_fault() {
        Api analyst = api("faulty", Role.ANALYST);
        Api.Answer refused = analyst.put(
                "/api/analytics/segments/big/draft",
                Map.of(
                        "title",
                        "Big",
                        "condition",
                        Map.of("kind", "all", "parts", List.of(Map.of("kind", "compare", "measure", "beauty")))));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(pointers(refused)).contains("/condition/parts/0/measure", "/condition/parts/0/value");
        Api.Answer misnamed = analyst.put("/api/analytics/segments/" + "b".repeat(51) + "/draft", draft("1"));
        assertThat(misnamed.status()).isEqualTo(400);
        assertThat(misnamed.text("/errors/0/parameter")).isEqualTo("name");
        assertThat(misnamed.text("/errors/0/message")).contains("at most 50 characters");
        Api.Answer drafted = analyst.put("/api/analytics/segments/big/draft", draft("1"));
        assertThat(analyst.with("If-Match", drafted.header("ETag"))
                        .delete("/api/analytics/segments/big/draft")
                        .status())
                .isEqualTo(204);
        assertThat(analyst.get("/api/analytics/segments/big").status()).isEqualTo(404);
    }

    @Test
    void models_are_listed_with_what_is_in_force_on_a_day_and_have_cards() {
        Models models = service.getBean(Models.class);
        Origin origin = new Origin("carded", "c", null, null);
        models.record(
                "carded",
                new RecordLifetimeModel(cause("run-1"), MARCH, SomeModels.withEverything()),
                origin,
                SomeModels.AT);
        models.record(
                "carded",
                new RecordLifetimeModel(cause("run-2"), MARCH.plusDays(9), SomeModels.lifetime(MARCH, 0.25)),
                origin,
                SomeModels.AT);
        models.record(
                "carded",
                new RecordRiskModel(cause("run-3"), MARCH, SomeModels.risk(MARCH.minusDays(90), 0.41)),
                origin,
                SomeModels.AT);
        Api agent = api("carded", Role.AGENT);
        JsonNode listed = agent.get("/api/analytics/models?asOf={day}", MARCH).json();
        assertThat(listed.at("/versions")).hasSize(3);
        assertThat(listed.at("/versions/0/inForce").booleanValue()).isFalse();
        assertThat(listed.at("/versions/1/inForce").booleanValue()).isTrue();

        JsonNode card =
                agent.get("/api/analytics/models/lifetime?asOf={day}", MARCH).json();
        assertThat(card.at("/version").intValue()).isEqualTo(1);
        assertThat(card.at("/data/customers").intValue()).isEqualTo(2357);
        assertThat(card.at("/lifetime/orders/standardErrors/r").doubleValue()).isEqualTo(0.0126);
        assertThat(card.at("/lifetime/holdOut/metrics/actualOrders").doubleValue())
                .isEqualTo(1788);
        assertThat(card.at("/assumptions/0/zh").asString()).isNotBlank();
        assertThat(card.at("/limits/0/en").asString()).isNotBlank();
        assertThat(agent.get("/api/analytics/models/risk?asOf={day}", MARCH).text("/risk/fit/after/auc"))
                .isEqualTo("0.81");
        assertThat(agent.get("/api/analytics/models/lifetime?asOf=1999-01-01").problem())
                .isEqualTo("model-not-found");
        assertThat(agent.get("/api/analytics/models/beauty").problem()).isEqualTo("model-kind-not-found");
    }

    @Test
    void the_description_of_the_api_has_every_operation() {
        JsonNode paths = api("nobody", Role.ANALYST).get("/v3/api-docs").json().path("paths");
        assertThat(paths.at("/~1api~1analytics~1pyramid~1rules").propertyNames())
                .contains("get", "post");
        assertThat(paths.at("/~1api~1analytics~1pyramid~1rules/post/responses").propertyNames())
                .contains("201", "default");
        assertThat(paths.at("/~1api~1analytics~1segments~1{name}~1draft").propertyNames())
                .contains("put", "delete");
        assertThat(paths.at("/~1api~1analytics~1segments~1{name}~1draft/delete/responses")
                        .propertyNames())
                .contains("204");
        assertThat(paths.at("/~1api~1analytics~1models~1{kind}").propertyNames())
                .contains("get");
    }

    private static Map<String, Object> draft(String amount) {
        return Map.of(
                "title",
                "Big spenders",
                "condition",
                Map.of("kind", "compare", "measure", "net-revenue", "comparison", "at-least", "value", amount));
    }

    private static List<String> pointers(Api.Answer answer) {
        return answer.json()
                .at("/errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static Api api(String tenant, Role role) {
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return Api.at(port).as(TestTokens.token(tenant, role));
    }
}
