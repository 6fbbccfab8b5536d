package io.guanxi.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guanxi.analytics.BusyShop.Sold;
import io.guanxi.contracts.Topics;
import io.guanxi.test.Api;
import io.guanxi.test.TestPlatform;
import io.guanxi.test.TestTokens;
import io.guanxi.test.TestTopics;
import io.guanxi.web.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances share the partitions until one of them is killed while a shop sells; each test goes on where the last one ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SurvivingAKilledInstanceIT {

    private static final String TENANT = "survived";
    private static final int CUSTOMERS = 60;
    private static final int RUSH = 400;
    private static final int EVENTS_AFTER = 100;
    private static final long SEED = 41;
    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration DEADLINE = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static final BusyShop SHOP = new BusyShop(TENANT, CUSTOMERS, SEED);

    private static ConfigurableApplicationContext service;
    private static InstanceProcess killed;
    private static Api survivor;
    static InstanceProcess third;
    private static Api other;

    @BeforeAll
    static void start() {
        TestPlatform.bootstrapServers();
        killed = InstanceProcess.start(folder.resolve("killed.log"), settings("killed"));
        service = AnalyticsService.application().run(settings("survivor").toArray(String[]::new));
        survivor = api(((WebServerApplicationContext) service).getWebServer().getPort());
        other = api(killed.awaitPort(DEADLINE));
        SHOP.sellToEverybody();
    }

    @AfterAll
    static void stop() {
        killed.close();
        if (third != null) third.close();
        service.close();
    }

    @Test
    @Order(1)
    void both_have_work_and_hand_on_what_the_other_one_is_asked_for() {
        await().atMost(DEADLINE).untilAsserted(() -> {
            assertThat(ownedBy(survivor)).isNotEmpty();
            assertThat(ownedBy(other)).isNotEmpty();
            assertThat(ownedBy(survivor).size() + ownedBy(other).size()).isEqualTo(CUSTOMERS);
            assertThat(Sold.of(survivor.get("/api/analytics/totals").json())).isEqualTo(SHOP.soldToAll());
        });
        int elsewhere = ownedBy(other).getFirst();
        int here = ownedBy(survivor).getFirst();
        await().atMost(DEADLINE).untilAsserted(() -> {
            for (int customer : List.of(elsewhere, here)) {
                for (String asked : List.of("", "?asOf=2025-01-01")) {
                    Api.Answer direct = customer(survivor, customer, asked);
                    assertThat(direct.status()).as(direct.body()).isEqualTo(200);
                    assertThat(Sold.of(direct.json())).isEqualTo(SHOP.soldTo(customer));
                    assertThat(customer(other, customer, asked).body()).isEqualTo(direct.body());
                }
            }
        });
        for (int customer : List.of(elsewhere, here)) {
            Api.Answer tooEarly = customer(survivor, customer, "?asOf=2024-12-31");
            assertThat(tooEarly.problem()).as(tooEarly.body()).isEqualTo("no-order-yet");
            assertThat(customer(other, customer, "?asOf=2024-12-31").problem()).isEqualTo("no-order-yet");
        }
    }

    @Test
    @Order(2)
    void while_partitions_move_there_is_a_right_answer_or_none() throws Exception {
        List<Integer> moving = ownedBy(other);
        Map<Integer, Integer> told = SHOP.told();
        Sold before = SHOP.soldToAll();
        try (ScheduledExecutorService shop = Executors.newSingleThreadScheduledExecutor()) {
            shop.execute(() -> IntStream.range(0, RUSH).forEach(next -> SHOP.goOn()));
            ScheduledFuture<?> selling =
                    shop.scheduleWithFixedDelay(SHOP::goOn, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
            awaitEvents(CUSTOMERS + RUSH / 2);
            killed.kill();
            assertThat(isRightOrNotReady(moving.getFirst(), told.get(moving.getFirst())))
                    .as("nobody answers for the dead at once")
                    .isFalse();
            await("the survivor answers for all")
                    .atMost(DEADLINE)
                    .pollInterval(PACE)
                    .until(() -> {
                        long answered = moving.stream()
                                .filter(customer -> isRightOrNotReady(customer, told.get(customer)))
                                .count();
                        return totalsAreRightOrNotReady(before) && answered == moving.size();
                    });
            awaitEvents(SHOP.events() + EVENTS_AFTER);
            assertThat(selling.isDone()).as("it sells all the time").isFalse();
            selling.cancel(false);
        }
    }

    @Test
    @Order(3)
    void afterwards_everything_was_counted_once() {
        await().atMost(DEADLINE).untilAsserted(() -> {
            Api.Answer totals = survivor.get("/api/analytics/totals");
            assertThat(totals.status()).as(totals.body()).isEqualTo(200);
            assertThat(Sold.of(totals.json())).isEqualTo(SHOP.soldToAll());
            assertThat(totals.json().at("/customers").asInt()).isEqualTo(CUSTOMERS);
        });
        await().atMost(DEADLINE).untilAsserted(() -> {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                Api.Answer answer = customer(survivor, customer, "");
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                assertThat(Sold.of(answer.json())).as(answer.body()).isEqualTo(SHOP.soldTo(customer));
            }
        });
    }

    @Test
    @Order(4)
    void the_last_states_that_were_published_say_the_same() {
        Map<String, Sold> expected = new HashMap<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            expected.put(SHOP.key(customer), SHOP.soldTo(customer));
        }
        List<TestTopics.Read> states = TestTopics.await(
                Topics.CUSTOMER_VALUE_STATE,
                state -> expected.containsKey(state.key()),
                found -> lastOf(found).equals(expected),
                DEADLINE);
        assertThat(lastOf(states)).isEqualTo(expected);
    }

    private static Map<String, Sold> lastOf(List<TestTopics.Read> states) {
        Map<String, Sold> last = new HashMap<>();
        states.forEach(state -> last.put(state.key(), Sold.of(state.json())));
        return last;
    }

    private static boolean isRightOrNotReady(int customer, int told) {
        Api.Answer answer = customer(survivor, customer, "");
        if (isNotReady(answer)) {
            return false;
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(SHOP.wasTrue(customer, Sold.of(answer.json()), told))
                .as(answer.body())
                .isTrue();
        return true;
    }

    /** Of all customers nobody knows the order of changes, so what is not wrong lies between what was and what is sold. */
    private static boolean totalsAreRightOrNotReady(Sold before) {
        Api.Answer answer = survivor.get("/api/analytics/totals");
        if (isNotReady(answer)) {
            return false;
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/customers").asInt()).isEqualTo(CUSTOMERS);
        assertThat(Sold.of(answer.json()).orders()).isBetween(before.orders(), SHOP.everSold());
        return true;
    }

    private static boolean isNotReady(Api.Answer answer) {
        if (answer.status() != 503) {
            return false;
        }
        assertThat(answer.problem()).as(answer.body()).isEqualTo("analytics-not-ready");
        assertThat(answer.header("Retry-After")).isNotNull();
        return true;
    }

    private static void awaitEvents(int events) {
        await().atMost(DEADLINE).pollInterval(PACE).until(() -> SHOP.events() >= events);
    }

    /** Whose answers it gives itself: one that was handed on already is not handed on again. */
    private static List<Integer> ownedBy(Api instance) {
        Api asked = instance.with("X-Guanxi-Handed-On", "1");
        return IntStream.range(0, CUSTOMERS)
                .filter(customer -> customer(asked, customer, "").status() == 200)
                .boxed()
                .toList();
    }

    private static Api.Answer customer(Api instance, int customer, String query) {
        return instance.get("/api/analytics/customers/{id}" + query, SHOP.customerId(customer));
    }

    private static Api api(int port) {
        return Api.at(port).as(TestTokens.token(TENANT, Role.ANALYST));
    }

    private static List<String> settings(String name) {
        List<String> settings = new ArrayList<>();
        TestPlatform.properties("analytics-survived").forEach((key, value) -> settings.add("--" + key + "=" + value));
        settings.add("--server.port=0");
        settings.add("--guanxi.analytics.state-dir=" + folder.resolve(name));
        settings.add("--guanxi.analytics.revision.check-every=200ms");
        // Longer than records wait to be sent, so that the kill most likely leaves a transaction open.
        settings.add("--guanxi.analytics.commit-interval=500ms");
        return settings;
    }
}
