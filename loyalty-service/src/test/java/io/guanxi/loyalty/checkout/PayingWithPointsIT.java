package io.guanxi.loyalty.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.kernel.Money;
import io.guanxi.kernel.Origin;
import io.guanxi.loyalty.LoyaltyService;
import io.guanxi.loyalty.account.command.LoyaltyAccounts;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyCommand;
import io.guanxi.loyalty.account.domain.OrderFacts;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.PurseStanding;
import io.guanxi.loyalty.account.domain.Stamp;
import io.guanxi.loyalty.account.domain.Till;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import io.guanxi.loyalty.reward.command.RewardStocks;
import io.guanxi.loyalty.reward.domain.RewardCommand.TakeUnit;
import io.guanxi.test.Api;
import io.guanxi.test.Api.Answer;
import io.guanxi.test.MovableClock;
import io.guanxi.test.RunsOnPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.web.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The checkout as a shop meets it. Each test has a tenant of its own; the clock only moves on. */
@RunsOnPlatform
@SpringBootTest(
        classes = {LoyaltyService.class, PayingWithPointsIT.World.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=loyalty-service", "guanxi.loyalty.sweep.interval=50ms"})
class PayingWithPointsIT {

    private static final String CHECKOUT = "/api/loyalty/checkout";
    private static final String HOLD = CHECKOUT + "/holds/{id}";
    private static final Duration SOON = Duration.ofSeconds(30);

    /** On a machine that does nothing else it is a few seconds; this only has to end. */
    private static final Duration AT_MOST_FOR_A_THOUSAND = Duration.ofSeconds(60);

    private static final long MUGS = 3;

    @TestConfiguration(proxyBeanMethods = false)
    static class World {

        @Bean
        MovableClock clock() {
            return new MovableClock(Till.MORNING);
        }

        /** The rules of every tenant that has published none: here, with rewards. */
        @Bean
        @Primary
        ProgrammeTerms termsWithRewards() {
            ProgrammeRules rules = Till.rules(ExpiryRule.rolling(12), MaturityRule.AT_ONCE, Shortfall.DEBT);
            var withStock = new ProgrammeRules(
                    rules.zone(),
                    rules.purses(),
                    rules.earning(),
                    rules.reversal(),
                    rules.tiers(),
                    List.of(Till.voucher(), Till.mug(MUGS)),
                    null,
                    null,
                    null,
                    rules.holds());
            return new ProgrammeTerms(
                    new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, withStock), Duration.ofMinutes(1));
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private LoyaltyAccounts accounts;

    @Autowired
    private RewardStocks stocks;

    @Autowired
    private Clock time;

    private String tenant;
    private Api shop;

    @BeforeEach
    void useATenantOfItsOwn() {
        tenant = "t-" + UUID.randomUUID();
        shop = Api.at(port).as(TestTokens.token(tenant, Role.SHOP));
    }

    @Test
    void aBasketIsQuotedPaidInPartWithPointsAndCancelled() {
        earned("00021", 300);
        Answer quote = shop.post(CHECKOUT + "/quotes", basket("00021", "A-2", "120.50"));
        assertThat(quote.status()).as(quote.body()).isEqualTo(200);
        assertThat(quote.json().at("/newcomer").asBoolean()).isFalse();
        assertThat(quote.json().at("/earns/0/points").asLong()).isEqualTo(120);
        assertThat(quote.text("/earns/0/terms/0/points")).isEqualTo("120.50");
        assertThat(quote.json().at("/spendable/0/points").asLong()).isEqualTo(300);
        assertThat(quote.text("/rewards/0/code")).isEqualTo("ten-off");
        assertThat(quote.json().at("/rewards/1/left").asLong()).isEqualTo(MUGS);
        assertThat(quote.json().at("/rewards/1/problem").isMissingNode()).isTrue();

        Answer held = hold("00021", "A-2", 200);
        assertThat(held.status()).as(held.body()).isEqualTo(201);
        String id = held.text("/id");
        assertThat(held.header("Location")).isEqualTo(CHECKOUT + "/holds/" + id);
        assertThat(held.text("/status")).isEqualTo("open");
        assertThat(held.json().at("/available").asLong()).isEqualTo(100);
        assertThat(held.text("/until"))
                .isEqualTo(time.instant().plus(Duration.ofMinutes(15)).toString());

        assertThat(shop.post(HOLD + "/confirmation", "", id).text("/status")).isEqualTo("spent");
        assertThat(shop.post(HOLD + "/confirmation", "", id).status()).isEqualTo(200);
        assertThat(shop.post(HOLD + "/release", "", id).problem()).isEqualTo("hold-is-spent");
        Answer part = shop.post(HOLD + "/returns", Map.of("returnId", "R-1", "points", 50), id);
        assertThat(part.json().at("/returned").asLong()).isEqualTo(50);
        assertThat(shop.post(HOLD + "/returns", Map.of("returnId", "R-1", "points", 50), id)
                        .json()
                        .at("/returned")
                        .asLong())
                .isEqualTo(50);
        assertThat(shop.post(HOLD + "/returns", Map.of("returnId", "R-2", "points", 151), id)
                        .problem())
                .isEqualTo("more-than-was-spent");
        accounts.send(
                new LoyaltyCommand.ReverseForCancellation(key("00021"), new OrderRef("web", "A-2"), stamp()), origin());
        Answer after = shop.get(HOLD, id);
        assertThat(after.json().at("/returned").asLong()).isEqualTo(200);
        assertThat(after.json().at("/available").asLong()).isEqualTo(300);
    }

    @Test
    void aNewcomerIsToldWhatTheFirstOrderEarns() {
        Answer quote = shop.post(CHECKOUT + "/quotes", basket("nobody", "A-1", "99.99"));

        assertThat(quote.status()).as(quote.body()).isEqualTo(200);
        assertThat(quote.json().at("/newcomer").asBoolean()).isTrue();
        assertThat(quote.json().at("/earns/0/points").asLong()).isEqualTo(99);
        assertThat(quote.json().at("/spendable/0/points").asLong()).isZero();
        assertThat(quote.text("/rewards/0/problem/type")).isEqualTo("urn:guanxi:problem:insufficient-points");
        assertThat(hold("nobody", "A-1", 1).problem()).isEqualTo("account-is-not-open");
        assertThat(account("nobody").opened()).isFalse();
    }

    @Test
    void aRepeatedRequestHasOneEffectAlsoWhenItsAnswerWasLost() {
        earned("00021", 300);
        Api once = shop.with("Idempotency-Key", "basket-A-2");
        String id = once.post(CHECKOUT + "/holds", holding("00021", "A-2", 200)).text("/id");

        assertThat(once.post(CHECKOUT + "/holds", holding("00021", "A-2", 200)).text("/id"))
                .isEqualTo(id);
        assertThat(once.post(CHECKOUT + "/holds", holding("00021", "A-2", 201)).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(points("00021").held()).isEqualTo(200);
    }

    @Test
    void aHoldThatTimesOutIsFreeThoughNobodyAsks() {
        earned("00021", 300);
        String id = hold("00021", "A-2", 200).text("/id");

        move(Duration.ofMinutes(16));

        assertThat(shop.get(HOLD, id).text("/status")).isEqualTo("timed-out");
        Answer refused = shop.post(HOLD + "/confirmation", "", id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("hold-has-timed-out");
        assertThat(refused.text("/detail")).contains("hold the points again");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(points("00021").held()).isZero());
    }

    @Test
    void aThousandBasketsGetOneBalanceExactlyAsOftenAsItAffords() throws Exception {
        earned("00021", 617);
        long began = System.nanoTime();

        List<Boolean> kept = all(1_000, number -> {
            try {
                var order = new OrderRef("web", "A-" + number);
                Instant until = time.instant().plusSeconds(600);
                accounts.send(
                        new LoyaltyCommand.HoldPoints(
                                key("00021"), "hold-" + number, "points", 7, order, until, stamp()),
                        origin());
                return true;
            } catch (CommandRefused refused) {
                assertThat(refused.reason().code()).isEqualTo("insufficient-points");
                return false;
            }
        });

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(AT_MOST_FOR_A_THOUSAND);
        assertThat(kept.stream().filter(is -> is)).hasSize(88);
        assertThat(points("00021")).extracting("available", "held").containsExactly(1L, 616L);
    }

    @Test
    void ofARewardThereAreAsManyAsThereAre() throws Exception {
        for (int customer = 0; customer < 10; customer++) {
            earned("c" + customer, 100);
        }

        List<Answer> answers = all(10, customer -> redeem("c" + customer, "mug"));

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize((int) MUGS);
        assertThat(answers.stream().filter(answer -> answer.status() != 201))
                .allSatisfy(answer -> assertThat(answer.problem()).isEqualTo("reward-is-gone"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                stocks.find("mug", origin(), time.instant()).taken())
                        .isEqualTo(MUGS));
        for (int customer = 0; customer < 10; customer++) {
            PurseStanding points = points("c" + customer);
            assertThat(points.held()).isZero();
            assertThat(points.used()).isIn(0L, 80L);
        }
    }

    @Test
    void aRewardWhoseRequestBrokeOffGoesBackWithItsPoints() {
        earned("00021", 100);
        accounts.send(new LoyaltyCommand.HoldForReward(key("00021"), "broken", "mug", stamp()), origin());
        stocks.send("mug", new TakeUnit("broken", key("00021"), MUGS, time.instant()), origin());

        move(Duration.ofMinutes(16));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                stocks.find("mug", origin(), time.instant()).taken())
                        .isZero());
        assertThat(points("00021").available()).isEqualTo(100);
    }

    @Test
    void aVoucherIsBoughtKeptAsideAndUsed() {
        earned("00021", 100);
        Answer bought = redeem("00021", "ten-off");
        assertThat(bought.status()).as(bought.body()).isEqualTo(201);
        String voucher = bought.text("/voucher/id");
        assertThat(bought.text("/voucher/value/amount")).isEqualTo("10.00");

        Answer listed = shop.get(CHECKOUT + "/vouchers?shop=web&externalId=00021");
        assertThat(listed.text("/items/0/id")).isEqualTo(voucher);
        assertThat(listed.text("/items/0/status")).isEqualTo("usable");
        assertThat(shop.post(CHECKOUT + "/vouchers/{id}/reservation", use("00021", "A-2"), voucher)
                        .text("/status"))
                .isEqualTo("reserved");
        assertThat(shop.post(CHECKOUT + "/vouchers/{id}/redemption", use("00021", "A-3"), voucher)
                        .problem())
                .isEqualTo("voucher-is-reserved");
        assertThat(shop.post(CHECKOUT + "/vouchers/{id}/release", use("00021", "A-3"), voucher)
                        .problem())
                .isEqualTo("voucher-is-reserved");
        assertThat(shop.post(CHECKOUT + "/vouchers/{id}/release", Map.of("customer", customer("00021")), voucher)
                        .text("/status"))
                .isEqualTo("usable");
        assertThat(shop.post(CHECKOUT + "/vouchers/{id}/redemption", use("00021", "A-3"), voucher)
                        .text("/status"))
                .isEqualTo("redeemed");
        assertThat(shop.post(CHECKOUT + "/vouchers/{id}/redemption", use("somebody-else", "A-3"), voucher)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeIsRefusedWithAStableTypeAndNamesEachField() {
        Answer malformed = shop.with("Idempotency-Key", "k1")
                .post(
                        CHECKOUT + "/holds",
                        Map.of("customer", Map.of("shop", "web"), "points", 0, "purse", "Points", "keepForSeconds", 0));
        assertThat(malformed.status()).isEqualTo(400);
        var pointers = new ArrayList<String>();
        malformed
                .json()
                .at("/errors")
                .forEach(error -> pointers.add(error.at("/pointer").asString()));
        assertThat(pointers).containsExactly("/customer", "/order", "/purse", "/points", "/keepForSeconds");
        Answer basket = shop.post(
                CHECKOUT + "/quotes", Map.of("customer", customer("00021"), "currency", "yuan", "total", "1,000"));
        assertThat(basket.text("/errors/0/pointer")).isEqualTo("/currency");
        assertThat(basket.text("/errors/1/pointer")).isEqualTo("/total");

        Answer empty = shop.post(CHECKOUT + "/quotes", """
                {"customer": {"shop": "web", "externalId": "00021"}, "currency": "CNY", "total": "1",
                 "lines": [null], "occasions": [null, ""]}""");
        assertThat(empty.status()).as(empty.body()).isEqualTo(400);
        assertThat(empty.text("/errors/0/pointer")).isEqualTo("/lines");
        assertThat(empty.text("/errors/1/pointer")).isEqualTo("/occasions");

        assertThat(shop.post(CHECKOUT + "/holds", holding("00021", "A-1", 1)).status())
                .as("without a key")
                .isEqualTo(400);
        assertThat(shop.get(HOLD, "no-hold").problem()).isEqualTo("hold-is-unknown");
        assertThat(shop.get(CHECKOUT + "/vouchers").status()).isEqualTo(400);
        earned("00021", 10);
        assertThat(redeem("00021", "ten-off").problem()).isEqualTo("insufficient-points");
        assertThat(redeem("00021", "yacht").problem()).isEqualTo("reward-is-unknown");
    }

    @Test
    void shopsAgentsAndManagersCheckOutAndOnlyInTheirOwnTenant() {
        earned("00021", 100);
        String id = hold("00021", "A-2", 10).text("/id");
        Map<String, Object> basket = basket("00021", "A-2", "10");

        for (Role role : List.of(Role.SHOP, Role.AGENT, Role.LOYALTY_MANAGER, Role.ADMIN)) {
            assertThat(as(role).post(CHECKOUT + "/quotes", basket).status()).isEqualTo(200);
        }
        for (Role role : List.of(Role.MARKETER, Role.ANALYST, Role.OPERATOR)) {
            assertThat(as(role).post(CHECKOUT + "/quotes", basket).status()).isEqualTo(403);
            assertThat(as(role).get(HOLD, id).status()).isEqualTo(403);
        }
        Api stranger = Api.at(port).as(TestTokens.token("t-" + UUID.randomUUID(), Role.SHOP));
        assertThat(stranger.get(HOLD, id).status()).isEqualTo(404);
        assertThat(stranger.post(HOLD + "/confirmation", "", id).status()).isEqualTo(404);
    }

    private static <T> List<T> all(int count, Call<T> call) throws Exception {
        var answers = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(32)) {
            var calls = new ArrayList<Callable<T>>();
            for (int number = 0; number < count; number++) {
                int mine = number;
                calls.add(() -> call.of(mine));
            }
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    @FunctionalInterface
    private interface Call<T> {
        T of(int number) throws Exception;
    }

    private void move(Duration by) {
        ((MovableClock) time).move(by);
    }

    private Api as(Role role) {
        return Api.at(port).as(TestTokens.token(tenant, role));
    }

    private void earned(String externalId, long points) {
        var facts = OrderFacts.of(new OrderRef("web", "first"), Money.of(Long.toString(points), "CNY"), time.instant());
        accounts.send(new LoyaltyCommand.EarnForPayment(key(externalId), facts, stamp()), origin());
    }

    private LoyaltyAccount account(String externalId) {
        return accounts.find(key(externalId), origin(), time.instant());
    }

    private PurseStanding points(String externalId) {
        return account(externalId).purse("points");
    }

    private String key(String externalId) {
        return CustomerKey.of(tenant, "web", externalId).toString();
    }

    private Stamp stamp() {
        return new Stamp(UUID.randomUUID().toString(), time.instant(), time.instant());
    }

    private Origin origin() {
        return new Origin(tenant, "test", null, null);
    }

    private Answer hold(String externalId, String order, long points) {
        return shop.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(CHECKOUT + "/holds", holding(externalId, order, points));
    }

    private Answer redeem(String externalId, String reward) {
        return shop.with("Idempotency-Key", UUID.randomUUID().toString())
                .post(CHECKOUT + "/redemptions", Map.of("customer", customer(externalId), "reward", reward));
    }

    private static Map<String, Object> customer(String externalId) {
        return Map.of("shop", "web", "externalId", externalId);
    }

    private static Map<String, Object> order(String orderId) {
        return Map.of("shop", "web", "orderId", orderId);
    }

    private static Map<String, Object> use(String externalId, String order) {
        return Map.of("customer", customer(externalId), "order", order(order));
    }

    private static Map<String, Object> holding(String externalId, String order, long points) {
        return Map.of("customer", customer(externalId), "order", order(order), "points", points);
    }

    private static Map<String, Object> basket(String externalId, String order, String total) {
        return Map.of(
                "customer",
                customer(externalId),
                "order",
                order(order),
                "currency",
                "CNY",
                "total",
                total,
                "lines",
                List.of(Map.of("category", "tea", "amount", total)));
    }
}
