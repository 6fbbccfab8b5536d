package io.guanxi.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.test.Api;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.RunsOnPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.web.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole service: what people do for customers, and what follows from it on other accounts. */
@RunsOnPlatform
@SpringBootTest(
        classes = LoyaltyService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=loyalty-service",
            "guanxi.loyalty.goodwill.monthly-budget=150",
            "guanxi.loyalty.goodwill.agent-limit=50",
            "guanxi.loyalty.family.most-members=2",
            "guanxi.loyalty.programme.lead-time=2s",
            "guanxi.loyalty.programme.refresh=100ms"
        })
class GivingAndCollectingTogetherTest {

    private static final String TENANT = "giving-together";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ACCOUNT = "/api/loyalty/accounts/{customerId}";

    @LocalServerPort
    private int port;

    private Api manager;
    private Api agent;

    @BeforeEach
    void callers() {
        manager = Api.at(port).as(TestTokens.token(TENANT, Role.LOYALTY_MANAGER));
        agent = Api.at(port).as(TestTokens.token(TENANT, Role.AGENT));
    }

    @Test
    void anAdjustmentHappensOnceAndNeverTakesMoreThanThereIs() {
        var ann = customer("adjusted", 40);
        Api once = manager.with("Idempotency-Key", "adjust-" + UUID.randomUUID());
        var body = Map.of("points", 25, "reason", "lost-card");

        Answer added = once.post(ACCOUNT + "/adjustments", body, ann.customerId());
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/balance")).isEqualTo("65");
        assertThat(once.post(ACCOUNT + "/adjustments", body, ann.customerId()).text("/balance"))
                .isEqualTo("65");
        Answer tooMuch =
                onceMore().post(ACCOUNT + "/adjustments", Map.of("points", -66, "reason", "wrong"), ann.customerId());
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.problem()).isEqualTo("taking-more-than-there-is");
        assertThat(agent.post(ACCOUNT + "/adjustments", body, ann.customerId()).status())
                .isEqualTo(403);
        assertThat(onceMore()
                        .post(ACCOUNT + "/adjustments", Map.of("points", 0), ann.customerId())
                        .text("/errors/0/pointer"))
                .isEqualTo("/points");
    }

    @Test
    void whatNothingElseTellsApartNeedsAKey() {
        String ann = UUID.randomUUID().toString();
        var adjustment = Map.of("points", 25, "reason", "lost-card");
        var gift = Map.of("to", UUID.randomUUID().toString(), "points", 10);

        assertThat(List.of(
                        manager.post(ACCOUNT + "/adjustments", adjustment, ann),
                        manager.post(ACCOUNT + "/transfers", gift, ann),
                        manager.post("/api/loyalty/families", Map.of("customerId", ann))))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(400);
                    assertThat(answer.text("/errors/0/parameter")).isEqualTo("Idempotency-Key");
                });
    }

    @Test
    void aGradeIsNotedAndAFloorNeedsATierOfTheProgramme() {
        var ann = customer("graded", 10);

        assertThat(manager.put(ACCOUNT + "/grade", Map.of("grade", "staff"), ann.customerId())
                        .text("/grade"))
                .isEqualTo("staff");
        assertThat(manager.put(ACCOUNT + "/tier-floor", Map.of("tier", "gold", "reason", "apology"), ann.customerId())
                        .problem())
                .isEqualTo("tier-is-unknown");
        assertThat(manager.delete(ACCOUNT + "/tier-floor?reason=over", ann.customerId())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void goodwillThatTheProgrammeDoesNotOfferGivesItsBudgetBackAndAgentsHaveALimit() {
        var ann = customer("compensated", 10);
        for (int complaint = 0; complaint < 3; complaint++) {
            assertThat(manager.post(ACCOUNT + "/goodwill", goodwill(100), ann.customerId())
                            .problem())
                    .isEqualTo("goodwill-is-not-offered");
        }
        assertThat(agent.post(ACCOUNT + "/goodwill", goodwill(51), ann.customerId())
                        .problem())
                .isEqualTo("goodwill-needs-a-manager");
        assertThat(manager.post(ACCOUNT + "/goodwill", goodwill(151), ann.customerId())
                        .problem())
                .isEqualTo("goodwill-budget-is-spent");
    }

    @Test
    void aFamilyCollectsOnOneAccountAndPointsCanBeGivenToIt() {
        var ann = customer("family-ann", 30);
        var ben = customer("family-ben", 5);
        Answer founded = onceMore().post("/api/loyalty/families", Map.of("customerId", ann.customerId()));
        assertThat(founded.status()).isEqualTo(201);
        String family = founded.text("/familyId");
        String account = founded.text("/accountId");
        String members = "/api/loyalty/families/{id}/members";
        assertThat(manager.post(members, Map.of("customerId", ben.customerId()), family)
                        .problem())
                .isEqualTo("not-invited");
        manager.post("/api/loyalty/families/{id}/invitations", Map.of("customerId", ben.customerId()), family);
        assertThat(manager.post(members, Map.of("customerId", ben.customerId()), family)
                        .status())
                .isEqualTo(200);
        assertThat(manager.post(
                                "/api/loyalty/families/{id}/invitations",
                                Map.of("customerId", UUID.randomUUID().toString()),
                                family)
                        .problem())
                .isEqualTo("family-is-full");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(onceMore()
                                .post(ACCOUNT + "/transfers", Map.of("to", account, "points", 30), ann.customerId())
                                .status())
                        .isEqualTo(201));
        awaitBalance(account, 30);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(onceMore()
                                .post("/api/loyalty/families", Map.of("customerId", ben.customerId()))
                                .problem())
                        .isEqualTo("in-another-family"));
        ben.paid("family-ben-2", "12.00");
        awaitBalance(account, 42);
        assertThat(balance(ben.customerId())).isEqualTo("5");

        assertThat(holdForFamily(ben.customerId(), "ben-pays", 42).status()).isEqualTo(201);
        awaitBalance(account, 0);
        assertThat(holdForFamily(customer("family-carl", 50).customerId(), "carl-pays", 1)
                        .problem())
                .isEqualTo("customer-is-in-no-family");
    }

    private Answer holdForFamily(String customerId, String order, int points) {
        return manager.with("Idempotency-Key", order)
                .post(
                        "/api/loyalty/checkout/holds",
                        Map.of(
                                "customer",
                                Map.of("customerId", customerId),
                                "order",
                                Map.of("shop", "web", "orderId", order),
                                "points",
                                points,
                                "fromFamily",
                                true));
    }

    @Test
    void pointsAreNotGivenWhereTheProgrammeDoesNotSaySoNorToNobody() {
        var ann = customer("giver", 30);
        var ben = customer("taker", 5);

        assertThat(onceMore()
                        .post(ACCOUNT + "/transfers", Map.of("to", ben.customerId(), "points", 10), ann.customerId())
                        .problem())
                .isEqualTo("transfers-are-not-offered");
        assertThat(onceMore()
                        .post(
                                ACCOUNT + "/transfers",
                                Map.of("to", UUID.randomUUID().toString(), "points", 10),
                                ann.customerId())
                        .problem())
                .isEqualTo("receiver-not-found");
        assertThat(manager.get(ACCOUNT + "/referrals", ann.customerId()).json().get("items"))
                .isEmpty();
    }

    @Test
    void anApprovedCorrectionReachesWhatWasJudgedBeforeAndThenPointsAreGivenByTheRightRules() {
        String tenant = "t-" + UUID.randomUUID();
        manager = Api.at(port).as(TestTokens.token(tenant, "li", Role.LOYALTY_MANAGER));
        var second = Api.at(port).as(TestTokens.token(tenant, "zhao", Role.LOYALTY_MANAGER));
        var ann = new Shop(tenant, "ann").paid("A-1", "40.00");
        var ben = new Shop(tenant, "ben").paid("B-1", "5.00").returned("B-1", "5.00", "R-1", "2.50");
        awaitBalance(ann.customerId(), 40);
        awaitBalance(ben.customerId(), 3);

        String correction = propose();
        assertThat(second.post("/api/loyalty/programme/corrections/{id}/approvals", "", correction)
                        .status())
                .isEqualTo(200);
        awaitBalance(ann.customerId(), 80);
        awaitBalance(ben.customerId(), 5);
        String posting = "/api/loyalty/programme/postings/{id}";
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(manager.get(posting, correction).text("/state"))
                        .isEqualTo("done"));
        assertThat(manager.get(posting, correction).text("/result/given")).isEqualTo("42");
        assertThat(manager.get("/api/loyalty/programme/corrections/{id}", correction)
                        .text("/status"))
                .isEqualTo("finished");

        var gift = Map.of("to", ben.customerId(), "points", 30);
        assertThat(onceMore()
                        .post(ACCOUNT + "/transfers", gift, ann.customerId())
                        .text("/balance"))
                .isEqualTo("50");
        awaitBalance(ben.customerId(), 35);
        var complaint = goodwill(60);
        assertThat(manager.post(ACCOUNT + "/goodwill", complaint, ben.customerId())
                        .text("/balance"))
                .isEqualTo("95");
        assertThat(manager.post(ACCOUNT + "/goodwill", complaint, ben.customerId())
                        .text("/balance"))
                .isEqualTo("95");
        assertThat(manager.post(ACCOUNT + "/goodwill", goodwill(100), ann.customerId())
                        .problem())
                .isEqualTo("goodwill-budget-is-spent");
    }

    /** Two points for each yuan instead of one, and points can be given. */
    private String propose() {
        Map<String, Object> right = Map.of(
                "zone",
                "Asia/Shanghai",
                "purses",
                List.of(Map.of("code", "points")),
                "earning",
                List.of(Map.of("name", "base", "purse", "points", "defaultRate", "2")),
                "transfers",
                Map.of("least", 10, "mostPerMonth", 100),
                "goodwill",
                Map.of("purse", "points", "mostPerGrant", 100, "mostPerCustomerAndYear", 200));
        String draft = manager.post("/api/loyalty/programme/drafts", Map.of("title", "Two", "rules", right))
                .text("/id");
        Answer proposed = manager.with("If-Match", "*")
                .post(
                        "/api/loyalty/programme/corrections",
                        Map.of(
                                "version",
                                1,
                                "draft",
                                draft,
                                "reason",
                                "typo",
                                "rehearsal",
                                UUID.randomUUID().toString()));
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        return proposed.text("/id");
    }

    private Api onceMore() {
        return manager.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Map<String, Object> goodwill(long points) {
        return Map.of("ticketId", UUID.randomUUID().toString(), "points", points, "reason", "broken-cup");
    }

    private Shop customer(String name, int points) {
        var shop = new Shop(TENANT, name).paid(name + "-1", points + ".00");
        awaitBalance(CustomerKey.parse(shop.key()).customerId(), points);
        return shop;
    }

    private void awaitBalance(String customerId, int points) {
        await().atMost(SOON).untilAsserted(() -> assertThat(balance(customerId)).isEqualTo(Integer.toString(points)));
    }

    private String balance(String customerId) {
        return manager.get(ACCOUNT, customerId).text("/balance");
    }
}
