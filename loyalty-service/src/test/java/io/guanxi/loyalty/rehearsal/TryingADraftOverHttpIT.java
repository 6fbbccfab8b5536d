package io.guanxi.loyalty.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.LoyaltyService;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.view.accountdetails.FindAccountDetails;
import io.guanxi.test.Api;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.RunsOnPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.web.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole service: orders come in, a draft is written, and somebody asks what it would have meant. */
@RunsOnPlatform
@SpringBootTest(
        classes = LoyaltyService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=loyalty-service")
class TryingADraftOverHttpIT {

    private static final String REHEARSALS = "/api/loyalty/rehearsals";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CUSTOMERS = 12;

    @LocalServerPort
    private int port;

    @Autowired
    private LoyaltyAccounts accounts;

    @Autowired
    private FindAccountDetails details;

    @Autowired
    private Clock clock;

    private String tenant;
    private Api manager;

    @BeforeEach
    void aTenantWithOrders() {
        tenant = "t-" + UUID.randomUUID();
        manager = Api.at(port).as(TestTokens.token(tenant, Role.LOYALTY_MANAGER));
        for (int i = 1; i <= CUSTOMERS; i++) {
            pay(CustomerKey.of(tenant, "web", "customer-" + i), 10 * i);
        }
        await().atMost(SOON).until(() -> details.countOfTenant(tenant) == CUSTOMERS);
    }

    /** Ten days ago. */
    private void pay(CustomerKey customer, int amount) {
        Instant paid = clock.instant().minus(Duration.ofDays(10));
        OrderFacts facts = OrderFacts.of(new OrderRef("web", "A-" + amount), Money.of(amount + ".00", "CNY"), paid);
        String cause = UUID.randomUUID().toString();
        accounts.send(
                new LoyaltyCommand.EarnForPayment(customer.toString(), facts, new Stamp(cause, paid, clock.instant())),
                new Origin(tenant, cause, null, null));
    }

    @Test
    void aDraftIsTriedAndTheReportLeadsToEachCustomer() {
        String draft = manager.post(
                        "/api/loyalty/programme/drafts", Map.of("title", "Twice as many", "rules", giving("2")))
                .text("/id");

        Answer asked = ask("draftId", draft);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.header("Location")).isEqualTo(REHEARSALS + "/" + asked.text("/id"));
        assertThat(asked.text("/draftId")).isEqualTo(draft);
        assertThat(asked.json().at("/draftRevision").asInt()).isEqualTo(1);

        Answer done = awaitDone(asked);
        // 10 + 20 + ... + 120 points.
        assertThat(done.json().at("/report/purses/0/now/earned").asLong()).isEqualTo(780);
        assertThat(done.json().at("/report/purses/0/then/earned").asLong()).isEqualTo(1_560);
        assertThat(done.json().at("/report/accounts/winners").asLong()).isEqualTo(CUSTOMERS);
        assertThat(done.json().at("/report/sameAsRecorded").asBoolean()).isFalse();
        assertThat(done.text("/report/limits/0")).isEqualTo("customers-behave-as-they-did");
        assertThat(done.json().at("/done").asLong()).isEqualTo(CUSTOMERS);

        List<Long> gains = gains(asked.text("/id"), "winners");
        assertThat(gains).containsExactly(120L, 110L, 100L, 90L, 80L, 70L, 60L, 50L, 40L, 30L, 20L, 10L);
        assertThat(gains(asked.text("/id"), "losers")).isEmpty();
        assertThat(manager.get(REHEARSALS).json().at("/items/0/id").asString()).isEqualTo(asked.text("/id"));
    }

    @Test
    void theRealRulesRehearsedAreWhatReallyHappened() {
        Answer done = awaitDone(ask(null, null));

        assertThat(done.json().at("/report/sameAsRecorded").asBoolean())
                .as(done.body())
                .isTrue();
        assertThat(done.json().at("/report/accounts/total").asLong()).isEqualTo(CUSTOMERS);
        assertThat(done.json().at("/report/accounts/differing").asLong()).isZero();
        assertThat(gains(done.text("/id"), "all")).isEmpty();
    }

    @Test
    void rulesInTheRequestAreTriedAndRepeatingTheRequestStartsNoOther() {
        Map<String, Object> form = form("rules", giving("0.5"));
        Api once = manager.with("Idempotency-Key", "try-" + tenant);
        String id = once.post(REHEARSALS, form).text("/id");

        assertThat(once.post(REHEARSALS, form).text("/id")).isEqualTo(id);
        assertThat(awaitDone(manager.get(REHEARSALS + "/" + id))
                        .json()
                        .at("/report/accounts/losers")
                        .asLong())
                .isEqualTo(CUSTOMERS);
        assertThat(gains(id, "losers").getFirst()).isEqualTo(-60L);
        assertThat(manager.delete(REHEARSALS + "/" + id).text("/state")).isEqualTo("done");
    }

    @Test
    void whatCannotBeRehearsedIsRefusedWithTheReason() {
        assertThat(ask("draftId", "nowhere").problem()).isEqualTo("invalid-request");
        assertThat(ask("version", 9).status()).isEqualTo(400);
        assertThat(ask("rules", Map.of("zone", "Moon")).body()).contains("/rules/zone");
        Map<String, Object> future = form(null, null);
        future.put("until", clock.instant().plusSeconds(3_600).toString());
        assertThat(manager.post(REHEARSALS, future).body()).contains("/until");
        Map<String, Object> both = form("version", 1);
        both.put("rules", giving("1"));
        assertThat(manager.post(REHEARSALS, both).status()).isEqualTo(400);
        assertThat(manager.get(REHEARSALS + "/unknown").problem()).isEqualTo("rehearsal-not-found");
        assertThat(manager.get(REHEARSALS + "/unknown/accounts").status()).isEqualTo(404);
    }

    @Test
    void itIsForThoseWhoDesignTheProgrammeAndThoseWhoMeasureIt() {
        String id = ask("version", 1).text("/id");
        for (Role role : Role.values()) {
            boolean may = role == Role.LOYALTY_MANAGER || role == Role.ANALYST || role == Role.ADMIN;
            Api caller = Api.at(port).as(TestTokens.token(tenant, role));
            assertThat(caller.get(REHEARSALS + "/" + id).status())
                    .as("%s", role)
                    .isEqualTo(may ? 200 : 403);
            assertThat(caller.post(REHEARSALS, form(null, null)).status())
                    .as("%s", role)
                    .isEqualTo(may ? 202 : 403);
        }
        Api elsewhere = Api.at(port).as(TestTokens.token("t-" + UUID.randomUUID(), Role.ADMIN));
        assertThat(elsewhere.get(REHEARSALS + "/" + id).status()).isEqualTo(404);
        assertThat(elsewhere.delete(REHEARSALS + "/" + id).status()).isEqualTo(404);
    }

    private Answer ask(String name, Object value) {
        return manager.post(REHEARSALS, form(name, value));
    }

    private Map<String, Object> form(String name, Object value) {
        var form = new HashMap<String, Object>();
        form.put("from", clock.instant().minus(Duration.ofDays(40)).toString());
        form.put("until", clock.instant().minusSeconds(1).toString());
        if (name != null) {
            form.put(name, value);
        }
        return form;
    }

    private static Map<String, Object> giving(String rate) {
        return Map.of(
                "zone",
                "Asia/Shanghai",
                "purses",
                List.of(Map.of("code", "points")),
                "earning",
                List.of(Map.of("name", "base", "purse", "points", "defaultRate", rate)));
    }

    private Answer awaitDone(Answer asked) {
        String path = REHEARSALS + "/" + asked.text("/id");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(manager.get(path).text("/state"))
                        .as(asked.body())
                        .isEqualTo("done"));
        return manager.get(path);
    }

    /** Page by page. */
    private List<Long> gains(String id, String who) {
        var gains = new ArrayList<Long>();
        String cursor = "";
        do {
            String path = REHEARSALS + "/" + id + "/accounts?limit=5&who=" + who;
            Answer page = cursor.isEmpty() ? manager.get(path) : manager.get(path + "&cursor={cursor}", cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().get("items").forEach(item -> gains.add(item.get("gain").longValue()));
            cursor = page.text("/next");
        } while (!cursor.isEmpty());
        return gains;
    }
}
