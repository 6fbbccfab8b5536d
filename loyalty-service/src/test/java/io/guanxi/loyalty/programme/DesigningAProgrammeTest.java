package io.guanxi.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.Topics;
import io.guanxi.loyalty.LoyaltyService;
import io.guanxi.test.Api;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.RunsOnPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.test.TestTopics;
import io.guanxi.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The programme as managers meet it, with a lead time of two seconds. Each test has a tenant of its own. */
@RunsOnPlatform
@SpringBootTest(
        classes = LoyaltyService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=loyalty-service",
            "guanxi.loyalty.programme.lead-time=2s",
            "guanxi.loyalty.programme.refresh=100ms"
        })
class DesigningAProgrammeTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PROGRAMME = "/api/loyalty/programme";
    private static final String DRAFTS = PROGRAMME + "/drafts";
    private static final String VERSIONS = PROGRAMME + "/versions";
    private static final String CORRECTIONS = PROGRAMME + "/corrections";

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase store;

    private String tenant;
    private Api li;
    private Api zhao;

    @BeforeEach
    void twoManagers() {
        tenant = "t-" + UUID.randomUUID();
        li = Api.at(port).as(TestTokens.token(tenant, "li", Role.LOYALTY_MANAGER));
        zhao = Api.at(port).as(TestTokens.token(tenant, "zhao", Role.LOYALTY_MANAGER));
    }

    @Test
    void aTenantBeginsWithTheRulesOfTheConfiguration() {
        Answer programme = li.get(PROGRAMME);

        assertThat(programme.json().get("earning").toString())
                .isEqualTo("{\"version\":1,\"defaultRate\":\"1\",\"rates\":{},\"rounding\":\"down\"}");
        assertThat(programme.json().get("earningPolicies")).isNotEmpty();
        assertThat(programme.text("/version/state")).isEqualTo("in-force");
        assertThat(programme.text("/rules/purses/0/code")).isEqualTo("points");
        assertThat(li.get(VERSIONS).json().get("items")).hasSize(1);
        assertThat(li.get(VERSIONS + "/1").text("/rules/earning/0/name")).isEqualTo("base");
        assertThat(li.get(VERSIONS + "/2").problem()).isEqualTo("version-not-found");
        assertThat(li.get(DRAFTS).json().get("items")).isEmpty();
    }

    @Test
    void aDraftIsCopiedEditedComparedAndPublishedAndThenDecides() {
        Answer created = copy("Double points");
        String id = created.text("/id");
        assertThat(created.header("Location")).isEqualTo(DRAFTS + "/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.text("/basedOn")).isEqualTo("1");

        Answer edited = edit(id, "\"1\"", "2");
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertThat(li.get(DRAFTS + "/{id}", id).body()).isEqualTo(edited.body());

        Answer difference = li.get(PROGRAMME + "/difference?from=1&to={id}", id);
        assertThat(difference.json().get("changes").toString())
                .isEqualTo("[{\"pointer\":\"/earning/0/defaultRate\",\"old\":\"1\",\"new\":\"2\"}]");

        Answer published = publish(id, "\"2\"", null);
        assertThat(published.status()).as(published.body()).isEqualTo(201);
        assertThat(published.header("Location")).isEqualTo(VERSIONS + "/2");
        assertThat(published.text("/about/state")).isEqualTo("scheduled");
        assertThat(published.text("/about/publishedBy")).isEqualTo("li");
        assertThat(li.get(PROGRAMME).text("/earning/version")).isEqualTo("1");

        await().atMost(SOON).until(() -> li.get(PROGRAMME).text("/earning/version"), "2"::equals);
        assertThat(li.get(PROGRAMME).text("/earning/defaultRate")).isEqualTo("2");
        assertThat(states()).containsExactly("in-force", "ended");
        assertThat(li.get(DRAFTS + "/{id}", id).problem()).isEqualTo("draft-not-found");
        assertThat(li.get(PROGRAMME + "/difference?from=2&to=1").json().get("changes"))
                .hasSize(1);
    }

    @Test
    void theNextOrderEarnsByTheNewVersion() {
        CustomerKey customer = CustomerKey.of(tenant, "web", "00021");
        pay(customer, "A-1");
        await().atMost(SOON).until(() -> earned(customer), List.of("10 by 1")::equals);
        String id = copy("Double points").text("/id");
        edit(id, "\"1\"", "2");
        publish(id, "\"2\"", null);
        await().atMost(SOON).until(() -> li.get(PROGRAMME).text("/earning/version"), "2"::equals);

        pay(customer, "A-2");
        await().atMost(SOON).until(() -> earned(customer), List.of("20 by 2", "10 by 1")::equals);
        TestTopics.await(
                Topics.CRM_LOYALTY,
                read -> customer.toString().equals(read.key())
                        && read.type().equals(EventTypes.CRM_LOYALTY_POINTS_EARNED),
                found -> found.size() == 2,
                SOON);
    }

    private static void pay(CustomerKey customer, String order) {
        Map<String, Object> body = Map.of(
                "orderId",
                order,
                "shop",
                "web",
                "buyer",
                Map.of("externalId", "00021"),
                "channel",
                "web",
                "currency",
                "CNY",
                "lines",
                List.of(Map.of("lineId", "1", "sku", "TEA-100", "quantity", 1, "amount", "10.00")),
                "totals",
                Map.of("grand", "10.00"));
        String key = customer.toString();
        TestTopics.publish(
                Topics.SHOP_ORDERS, key, TestTopics.cloudEvent(EventTypes.SHOP_ORDER_PAID, key, Instant.now()), body);
    }

    private List<String> earned(CustomerKey customer) {
        return li.get("/api/loyalty/accounts/{customerId}/entries", customer.customerId())
                .json()
                .path("items")
                .valueStream()
                .map(entry -> entry.at("/points").asString() + " by "
                        + entry.at("/ruleVersion").asString())
                .toList();
    }

    @Test
    void aDraftIsWrittenFromScratchAndDiscarded() {
        JsonNode rules = li.get(PROGRAMME).json().get("rules");
        Answer created = li.post(DRAFTS, Map.of("title", "Own", "rules", rules));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().get("rules")).isEqualTo(rules);
        assertThat(li.get(DRAFTS).text("/items/0/title")).isEqualTo("Own");

        assertThat(li.with("If-Match", "\"7\"")
                        .delete(DRAFTS + "/{id}", created.text("/id"))
                        .status())
                .isEqualTo(412);
        assertThat(li.delete(DRAFTS + "/{id}", created.text("/id")).status()).isEqualTo(204);
        assertThat(li.get(DRAFTS).json().get("items")).isEmpty();
    }

    @Test
    void nobodysEditIsLost() {
        String id = copy("Spring").text("/id");
        assertThat(edit(id, "\"1\"", "2").status()).isEqualTo(200);

        Answer late = edit(id, "\"1\"", "3");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.header("ETag")).isEqualTo("\"2\"");
        Answer blind = li.put(DRAFTS + "/{id}", form("3"), id);
        assertThat(blind.status()).isEqualTo(428);
        assertThat(blind.problem()).isEqualTo("precondition-required");
        assertThat(publish(id, "\"1\"", null).status()).isEqualTo(412);
    }

    @Test
    void aRepeatedRequestHasOneEffectAndOneAnswer() {
        Api once = li.with("Idempotency-Key", "draft-" + tenant);
        Answer first = once.post(DRAFTS, Map.of("title", "Spring", "version", 1));
        Answer again = once.post(DRAFTS, Map.of("title", "Spring", "version", 1));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(li.get(DRAFTS).json().get("items")).hasSize(1);

        Api publishing = li.with("Idempotency-Key", "publish-" + tenant).with("If-Match", "\"1\"");
        Answer published = publishing.post(DRAFTS + "/{id}/publications", Map.of(), first.text("/id"));
        assertThat(publishing
                        .post(DRAFTS + "/{id}/publications", Map.of(), first.text("/id"))
                        .body())
                .isEqualTo(published.body());
        assertThat(li.get(VERSIONS).json().get("items")).hasSize(2);
    }

    @Test
    void aProgrammeOfManyEditsGoesOnFromItsSnapshot() {
        String id = copy("Spring").text("/id");
        for (int revision = 1; revision <= 101; revision++) {
            assertThat(edit(id, "\"" + revision + "\"", Integer.toString(revision + 1))
                            .status())
                    .isEqualTo(200);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(store.getCollection("snapshots")
                                .countDocuments(Filters.eq("_id", tenant + "/loyalty-programme")))
                        .isOne());

        assertThat(publish(id, "\"102\"", null).text("/rules/earning/0/defaultRate"))
                .isEqualTo("102");
    }

    @Test
    void rulesThatCannotBeAreRefusedWithAPointerToEachMistake() {
        ObjectNode form = form("2");
        ((ObjectNode) form.at("/rules/earning/0")).put("purse", "miles").put("name", "base");
        ((ObjectNode) form.at("/rules/purses/0")).put("spendable", false);

        Answer refused = li.post(DRAFTS, form);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(texts(refused.json().get("errors"), "pointer"))
                .containsExactly("/rules/purses/0/spendable", "/rules/earning/0/purse");
    }

    @Test
    void aVersionBeginsNoEarlierThanEveryInstanceKnowsItAndCanBeWithdrawnBefore() {
        String id = copy("Spring").text("/id");
        assertThat(publish(id, "\"1\"", Instant.now().plusMillis(500)).problem())
                .isEqualTo("publication-too-soon");
        assertThat(publish(id, "\"1\"", Instant.now().plus(Duration.ofDays(1))).status())
                .isEqualTo(201);

        Answer withdrawn = zhao.post(VERSIONS + "/2/withdrawals", Map.of("reason", "too generous"));
        assertThat(withdrawn.text("/about/state")).isEqualTo("withdrawn");
        assertThat(withdrawn.text("/about/withdrawn/by")).isEqualTo("zhao");
        assertThat(withdrawn.header("ETag")).isEqualTo("\"2\"");
        assertThat(zhao.post(VERSIONS + "/1/withdrawals", Map.of("reason", "all of it"))
                        .problem())
                .isEqualTo("too-late-to-withdraw");
        assertThat(states()).containsExactly("withdrawn", "in-force");
    }

    @Test
    void aCorrectionIsProposedByOneAndApprovedByAnother() {
        String id = copy("Should have been two").text("/id");
        edit(id, "\"1\"", "2");
        Map<String, Object> proposal = Map.of(
                "version",
                1,
                "draft",
                id,
                "reason",
                "typo",
                "rehearsal",
                UUID.randomUUID().toString());
        Answer proposed = li.with("If-Match", "\"2\"").post(CORRECTIONS, proposal);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String correction = CORRECTIONS + "/" + proposed.text("/id");
        assertThat(proposed.header("Location")).isEqualTo(correction);
        assertThat(edit(id, "\"2\"", "3").problem()).isEqualTo("draft-is-proposed");

        assertThat(li.post(correction + "/approvals", "").problem()).isEqualTo("second-person-needed");
        Answer approved = zhao.with("If-Match", "\"1\"").post(correction + "/approvals", "");
        assertThat(approved.text("/status")).as(approved.body()).isEqualTo("approved");
        assertThat(approved.text("/right")).isEqualTo("2");
        assertThat(approved.text("/decided/by")).isEqualTo("zhao");
        assertThat(zhao.post(correction + "/rejections", Map.of("reason", "no")).problem())
                .isEqualTo("correction-is-decided");

        await().atMost(SOON).until(this::states, List.of("in-force", "corrected")::equals);
        assertThat(li.get(VERSIONS + "/1").text("/about/correctedBy")).isEqualTo("2");
        await().atMost(SOON).until(() -> li.get(correction).text("/status"), "finished"::equals);
        assertThat(li.get(correction).header("ETag")).isEqualTo("\"3\"");
        assertThat(li.get(CORRECTIONS).json().get("items")).hasSize(1);
    }

    @Test
    void aRejectedCorrectionGivesItsDraftBack() {
        String id = copy("Should have been two").text("/id");
        edit(id, "\"1\"", "2");
        Answer proposed = li.with("If-Match", "*")
                .post(
                        CORRECTIONS,
                        Map.of(
                                "version",
                                1,
                                "draft",
                                id,
                                "reason",
                                "typo",
                                "rehearsal",
                                UUID.randomUUID().toString()));

        Answer rejected = zhao.post(CORRECTIONS + "/{id}/rejections", Map.of("reason", "not so"), proposed.text("/id"));
        assertThat(rejected.text("/status")).isEqualTo("rejected");
        assertThat(edit(id, "\"2\"", "3").status()).isEqualTo(200);
    }

    @Test
    void managersChangeTheProgrammeOthersReadIt() {
        for (Role role : Role.values()) {
            Api caller = Api.at(port).as(TestTokens.token(tenant, role));
            boolean reads = switch (role) {
                case AGENT, MARKETER, LOYALTY_MANAGER, ANALYST, ADMIN -> true;
                case SHOP, OPERATOR -> false;
            };
            boolean writes = role == Role.LOYALTY_MANAGER || role == Role.ADMIN;
            assertThat(caller.get(VERSIONS).status()).as("%s reads", role).isEqualTo(reads ? 200 : 403);
            assertThat(caller.post(DRAFTS, Map.of("title", "Spring", "version", 1))
                            .status())
                    .as("%s writes", role)
                    .isEqualTo(writes ? 201 : 403);
        }
        Api stranger = Api.at(port).as(TestTokens.token("t-" + UUID.randomUUID(), "li", Role.LOYALTY_MANAGER));
        assertThat(stranger.get(DRAFTS).json().get("items")).isEmpty();
    }

    private Answer copy(String title) {
        return li.post(DRAFTS, Map.of("title", title, "version", 1));
    }

    private Answer edit(String id, String seen, String rate) {
        return li.with("If-Match", seen).put(DRAFTS + "/{id}", form(rate), id);
    }

    private Answer publish(String id, String seen, Instant from) {
        return li.with("If-Match", seen)
                .post(DRAFTS + "/{id}/publications", from == null ? Map.of() : Map.of("from", from.toString()), id);
    }

    private ObjectNode form(String rate) {
        ObjectNode form = (ObjectNode) li.get(VERSIONS + "/1").json();
        form.remove("about");
        form.put("title", "Spring");
        ((ObjectNode) form.at("/rules/earning/0")).put("defaultRate", rate);
        return form;
    }

    private List<String> states() {
        return texts(li.get(VERSIONS).json().get("items"), "state");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> item.at("/" + field).asString(""))
                .toList();
    }
}
