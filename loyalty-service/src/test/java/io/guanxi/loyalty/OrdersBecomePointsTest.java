package io.guanxi.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import io.guanxi.contracts.Topics;
import io.guanxi.test.Api;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.RunsOnPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.test.TestTopics;
import io.guanxi.web.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The whole service, from the topic to the explanation. */
@RunsOnPlatform
@SpringBootTest(
        classes = LoyaltyService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=loyalty-service",
            "guanxi.loyalty.earning.default-rate=",
            "guanxi.loyalty.earning.rates.CNY=1"
        })
class OrdersBecomePointsTest {

    private static final String TENANT = "orders-become-points";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ACCOUNT = "/api/loyalty/accounts/{customerId}";

    @LocalServerPort
    private int port;

    @Autowired
    private MongoDatabase store;

    private Api agent;

    @BeforeEach
    void anAgent() {
        agent = Api.at(port).as(TestTokens.token(TENANT, Role.AGENT));
    }

    @Test
    void aPaidAndPartlyReturnedOrderIsOnTheAccountAndExplainedInTwoLanguages() {
        var shop = new Shop(TENANT, "explained").placed("E-1", "100.00").paid("E-1", "100.00");
        shop.returned("E-1", "100.00", "R-1", "25.50");

        Answer account = awaitBalance(shop, 75);
        assertThat(account.json().get("earned").longValue()).isEqualTo(100);
        assertThat(account.json().get("reversed").longValue()).isEqualTo(25);
        assertThat(account.header("ETag")).isEqualTo("\"4\"");

        List<JsonNode> entries = awaitEntries(shop, 2);
        JsonNode reversal = entries.getFirst();
        assertThat(reversal.get("kind").stringValue()).isEqualTo("points-reversed-by-return");
        assertThat(reversal.get("points").longValue()).isEqualTo(-25);
        assertThat(reversal.get("balance").longValue()).isEqualTo(75);
        assertThat(reversal.get("causeEventId").stringValue()).isEqualTo("E-1-returned-R-1");
        assertThat(entries.getLast().get("kind").stringValue()).isEqualTo("points-earned");

        Answer english = explanation(agent, shop, reversal);
        assertThat(english.text("/sentence"))
                .isEqualTo(
                        "Return R-1 of order E-1 refunds 25.50 CNY, so 25.50 of the 100.00 CNY paid are refunded: 100"
                                + " points × 25.50 ÷ 100.00 = 25.500000, rounded down to 25. 0 were reversed before, so 25 are"
                                + " reversed now. The balance is 75 points.");
        assertThat(english.text("/inputs/0/event")).isEqualTo("E-1-paid");
        assertThat(english.text("/rule/version")).isEqualTo("1");
        assertThat(english.json().get("policies")).hasSize(4);

        Answer chinese = explanation(agent.with("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"), shop, reversal);
        assertThat(chinese.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(chinese.text("/sentence"))
                .startsWith("订单 E-1 的退货 R-1 退款 25.50 CNY")
                .endsWith("当前余额为 75 积分。");
    }

    @Test
    void whereAnAccountStoodIsToldForAnyMomentAndRefusalsAreExplained() {
        var shop = new Shop(TENANT, "recalled").paid("H-1", "100.00").returned("H-1", "100.00", "R-1", "40.00");
        awaitBalance(shop, 60);
        List<JsonNode> entries = awaitEntries(shop, 2);
        String paid = entries.getLast().get("happened").stringValue();

        Answer summary = agent.get(ACCOUNT + "/summary", shop.customerId());
        assertThat(summary.text("/balance")).isEqualTo("60");
        assertThat(summary.text("/lastEntries/0/points")).isEqualTo("-40");
        assertThat(summary.json().has("nextTier")).isFalse();

        assertThat(agent.get(ACCOUNT + "?asOf=" + paid, shop.customerId()).status())
                .isEqualTo(200);
        assertThat(agent.get(ACCOUNT + "?asOf=2020-01-01T00:00:00Z", shop.customerId())
                        .problem())
                .isEqualTo("account-not-found");
        assertThat(agent.get(ACCOUNT + "?asOf=2999-01-01T00:00:00Z", shop.customerId())
                        .status())
                .isEqualTo(400);
        assertThat(agent.get(ACCOUNT + "?asOf=yesterday", shop.customerId()).status())
                .isEqualTo(400);

        Answer balance = agent.get(ACCOUNT + "/balance/explanation", shop.customerId());
        assertThat(balance.text("/why/purses/0/available")).isEqualTo("60");
        assertThat(balance.text("/sentence")).contains("+100 earned with orders, −40 taken back for returns");
        assertThat(agent.get(ACCOUNT + "/tier/explanation", shop.customerId()).text("/sentence"))
                .contains("had no tier");
        assertThat(agent.get(ACCOUNT + "/tiers", shop.customerId()).json()).isEmpty();

        Answer refusal = agent.with("Accept-Language", "zh-CN")
                .get(ACCOUNT + "/redemption/explanation?points=75", shop.customerId());
        assertThat(refusal.text("/why/accepted")).isEqualTo("false");
        assertThat(refusal.text("/sentence")).isEqualTo("现在不能使用 75 积分:可消费 60 积分,还差 15 积分。");
        assertThat(agent.get(ACCOUNT + "/redemption/explanation?points=0", shop.customerId())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void allAccountsAreAuditedInTheBackground() {
        var shop = new Shop("audits-of-all", "one").paid("B-1", "10.00");
        Api manager = Api.at(port).as(TestTokens.token("audits-of-all", Role.LOYALTY_MANAGER));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(manager.get(ACCOUNT, shop.customerId()).text("/balance"))
                                .isEqualTo("10"));

        assertThat(manager.with("Idempotency-Key", "audit-1")
                        .post("/api/loyalty/audits", "")
                        .status())
                .isEqualTo(202);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(manager.get("/api/loyalty/audits").text("/items/0/state"))
                                .isEqualTo("done"));
        Answer audits = manager.get("/api/loyalty/audits");
        assertThat(audits.text("/items/0/checked")).isEqualTo("1");
        assertThat(audits.text("/items/0/disagreements")).isEqualTo("0");
    }

    @Test
    void everyPointThatMovesIsPublishedAndSoIsTheState() {
        var shop = new Shop(TENANT, "published").paid("P-1", "40.00").cancelled("P-1", "40.00");

        var published = TestTopics.await(
                Topics.CRM_LOYALTY, read -> shop.key().equals(read.key()), found -> found.size() >= 3, SOON);
        assertThat(published)
                .extracting(TestTopics.Read::type)
                .containsExactly(
                        EventTypes.CRM_LOYALTY_ACCOUNT_OPENED,
                        EventTypes.CRM_LOYALTY_POINTS_EARNED,
                        EventTypes.CRM_LOYALTY_POINTS_REVERSED);
        assertThat(published)
                .allSatisfy(read -> assertThat(SchemaCatalogue.published().validate(read.type(), read.value()))
                        .isEmpty());
        var state = TestTopics.awaitOne(
                Topics.LOYALTY_ACCOUNT_STATE,
                read -> shop.key().equals(read.key())
                        && read.json().get("reversed").longValue() == 40,
                SOON);
        assertThat(SchemaCatalogue.published().validate(EventTypes.LOYALTY_ACCOUNT_STATE, state.value()))
                .isEmpty();
        assertThat(state.json().get("balance").longValue()).isZero();
    }

    @Test
    void aReturnBeforeItsPaymentIsParkedAndThenApplied() {
        var shop = new Shop(TENANT, "early").returned("T-1", "30.00", "R-1", "10.00");
        await().atMost(SOON).untilAsserted(() -> assertThat(parked(shop)).isEqualTo(1));
        assertThat(account(shop).status()).isEqualTo(404);

        shop.paid("T-1", "30.00");
        awaitBalance(shop, 20);
        await().atMost(SOON).untilAsserted(() -> assertThat(parked(shop)).isZero());
    }

    @Test
    void aReturnThatWaitsIsLetGoByACancellation() {
        var shop = new Shop(TENANT, "let-go").returned("L-1", "30.00", "R-1", "10.00");
        await().atMost(SOON).untilAsserted(() -> assertThat(parked(shop)).isEqualTo(1));

        shop.cancelled("L-1", "30.00");
        await().atMost(SOON).untilAsserted(() -> assertThat(parked(shop)).isZero());
        shop.paid("L-1", "30.00");
        assertThat(awaitEntries(shop, 2))
                .extracting(entry -> entry.get("kind").stringValue())
                .containsExactly("nothing-earned", "cancellation-noted");
        awaitBalance(shop, 0);
    }

    @Test
    void repeatedEventsHaveOneEffect() {
        var shop = new Shop(TENANT, "repeated");
        for (int i = 0; i < 3; i++) {
            shop.placed("D-1", "50.00").paid("D-1", "50.00").returned("D-1", "50.00", "R-1", "20.00");
        }
        shop.cancelled("D-1", "50.00").cancelled("D-1", "50.00").paid("D-2", "5.00");

        awaitBalance(shop, 5);
        assertThat(awaitEntries(shop, 4)).hasSize(4);
    }

    @Test
    void aCurrencyWithoutARateEarnsNothingAndSaysSo() {
        var shop = new Shop(TENANT, "dollars").in("USD").paid("U-1", "80.00");

        JsonNode entry = awaitEntries(shop, 1).getFirst();
        assertThat(entry.get("kind").stringValue()).isEqualTo("nothing-earned");
        assertThat(explanation(agent, shop, entry).text("/sentence"))
                .contains("Version 1 of the rule has no rate for USD, so it earns nothing.");
    }

    @Test
    void aPaymentThatContradictsTheFirstIsADeadLetterAndTheRestGoesOn() {
        var shop = new Shop(TENANT, "contradicts")
                .paid("C-1", "10.00")
                .paid("C-1", "11.00")
                .paid("C-2", "5.00");

        awaitBalance(shop, 15);
        Api operator = Api.at(port).as(TestTokens.token(TENANT, Role.OPERATOR));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(operator.get("/api/operations/loyalty/dead-letters")
                                .body())
                        .contains("payment-differs"));
    }

    @Test
    void anAccountOfManyOrdersGoesOnFromItsSnapshot() {
        var shop = new Shop(TENANT, "many");
        for (int i = 1; i <= 130; i++) {
            shop.paid("M-" + i, "10.00");
        }
        awaitBalance(shop, 1300);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                store.getCollection("snapshots").countDocuments(Filters.eq("_id", shop.key())))
                        .isOne());
        shop.paid("M-1", "10.00").returned("M-1", "10.00", "R-1", "10.00").returned("M-130", "10.00", "R-1", "1.00");

        awaitBalance(shop, 1289);
        assertThat(awaitEntries(shop, 132)).hasSize(132);
        assertThat(audit(Role.LOYALTY_MANAGER, shop).json().get("agrees").booleanValue())
                .isTrue();
    }

    @Test
    void theAuditIsTheLoyaltyManagersAndFindsWhatWasTamperedWith() {
        var shop = new Shop(TENANT, "audited").paid("A-1", "10.00");
        awaitBalance(shop, 10);
        awaitEntries(shop, 1);
        assertThat(audit(Role.AGENT, shop).status()).isEqualTo(403);
        assertThat(audit(Role.LOYALTY_MANAGER, shop).json().get("agrees").booleanValue())
                .isTrue();

        store.getCollection("view_account-details")
                .updateOne(Filters.eq("_id", shop.key()), Updates.set("balance", 1_000L));
        Answer report = audit(Role.LOYALTY_MANAGER, shop);
        assertThat(report.json().get("agrees").booleanValue()).isFalse();
        assertThat(report.body()).contains("\"name\":\"details-balance\",\"expected\":10,\"found\":1000");
    }

    @Test
    void whoAsksForNothingThatIsThereIsToldSo() {
        var shop = new Shop(TENANT, "unknown");
        assertThat(account(shop).problem()).isEqualTo("account-not-found");
        assertThat(agent.get(ACCOUNT, "not-a-uuid").status()).isEqualTo(404);
        assertThat(agent.get(ACCOUNT + "/entries", shop.customerId()).status()).isEqualTo(404);
        assertThat(audit(Role.LOYALTY_MANAGER, shop).status()).isEqualTo(404);

        shop.paid("N-1", "10.00");
        awaitBalance(shop, 10);
        assertThat(agent.get(ACCOUNT + "/entries/{entryId}/explanation", shop.customerId(), "none")
                        .problem())
                .isEqualTo("entry-not-found");
        assertThat(agent.get(ACCOUNT + "/entries?limit=0", shop.customerId()).status())
                .isEqualTo(400);
        assertThat(agent.get(ACCOUNT + "/entries?cursor=made-up", shop.customerId())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anotherTenantAndAnotherRoleSeeNothing() {
        var shop = new Shop(TENANT, "private").paid("X-1", "10.00");
        awaitBalance(shop, 10);

        Api elsewhere = Api.at(port).as(TestTokens.token("somebody-else", Role.ADMIN));
        assertThat(elsewhere.get(ACCOUNT, shop.customerId()).status()).isEqualTo(404);
        assertThat(Api.at(port).get(ACCOUNT, shop.customerId()).status()).isEqualTo(401);
        for (Role role : Role.values()) {
            boolean mayRead = switch (role) {
                case AGENT, MARKETER, LOYALTY_MANAGER, ANALYST, ADMIN -> true;
                case SHOP, OPERATOR -> false;
            };
            assertThat(Api.at(port)
                            .as(TestTokens.token(TENANT, role))
                            .get(ACCOUNT, shop.customerId())
                            .status())
                    .as("%s", role)
                    .isEqualTo(mayRead ? 200 : 403);
        }
    }

    @Test
    void theProgrammeShowsThePresentRule() {
        JsonNode programme = agent.get("/api/loyalty/programme").json();

        assertThat(programme.get("earning").toString())
                .isEqualTo("{\"version\":1,\"rates\":{\"CNY\":\"1\"},\"rounding\":\"down\"}");
        assertThat(programme.get("earningPolicies")).hasSize(7);
        assertThat(programme.get("reversalPolicies")).hasSize(9);
    }

    private Answer account(Shop shop) {
        return agent.get(ACCOUNT, shop.customerId());
    }

    private Answer awaitBalance(Shop shop, long balance) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(account(shop).text("/balance")).isEqualTo(Long.toString(balance)));
        return account(shop);
    }

    /** Page by page, the newest first, as soon as there are so many. */
    private List<JsonNode> awaitEntries(Shop shop, int count) {
        await().atMost(SOON).until(() -> entries(shop).size() >= count);
        return entries(shop);
    }

    private List<JsonNode> entries(Shop shop) {
        var entries = new ArrayList<JsonNode>();
        String cursor = "";
        do {
            Answer page = cursor.isEmpty()
                    ? agent.get(ACCOUNT + "/entries?limit=40", shop.customerId())
                    : agent.get(ACCOUNT + "/entries?limit=40&cursor={cursor}", shop.customerId(), cursor);
            if (page.status() == 404) {
                return List.of();
            }
            page.json().get("items").forEach(entries::add);
            cursor = page.text("/next");
        } while (!cursor.isEmpty());
        return entries;
    }

    private static Answer explanation(Api caller, Shop shop, JsonNode entry) {
        return caller.get(
                ACCOUNT + "/entries/{entryId}/explanation",
                shop.customerId(),
                entry.get("entryId").stringValue());
    }

    private Answer audit(Role role, Shop shop) {
        return Api.at(port).as(TestTokens.token(TENANT, role)).get(ACCOUNT + "/audit", shop.customerId());
    }

    private long parked(Shop shop) {
        Api operator = Api.at(port).as(TestTokens.token(TENANT, Role.OPERATOR));
        long count = 0;
        for (JsonNode item :
                operator.get("/api/operations/loyalty/parked?limit=100").json().get("items")) {
            count += item.get("customer").stringValue().equals(shop.key()) ? 1 : 0;
        }
        return count;
    }
}
