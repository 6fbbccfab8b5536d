package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.Totals;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MeasuringCustomersTest {

    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    private final Shop shop = new Shop("acme", "web");

    @TempDir
    Path folder;

    private RunningTopology running;

    @BeforeEach
    void start() {
        running = new RunningTopology(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void a_customers_state_is_published_as_the_contract_says() {
        Shop.Event order = shop.paid("7", "o1", "2026-01-05", "47.39", 3);
        running.publish(order);
        running.publish(shop.returned(order, "r1", 1, "12.50").at("2026-01-09T10:00:00Z"));

        TestRecord<String, byte[]> state = running.values().getLast();
        assertThat(state.key()).isEqualTo(shop.key("7"));
        assertThat(RunningTopology.header(state, "ce_type")).isEqualTo(EventTypes.CUSTOMER_VALUE_STATE);
        assertThat(RunningTopology.header(state, "ce_sequence")).isEqualTo("2");
        assertThat(RunningTopology.header(state, "ce_tenant")).isEqualTo("acme");
        assertThat(SchemaCatalogue.published().validate(EventTypes.CUSTOMER_VALUE_STATE, state.value()))
                .isEmpty();
        assertThat(RunningTopology.JSON.readTree(state.value())).isEqualTo(RunningTopology.JSON.readTree("""
                {"customerId": "%s", "orders": 1, "units": 2,
                 "revenue": {"USD": "47.39"}, "refunded": {"USD": "12.50"},
                 "firstOrderAt": "2026-01-05T08:00:00Z", "lastOrderAt": "2026-01-05T08:00:00Z",
                 "asOf": "2026-01-09",
                 "risk": {"band": "low", "probability": %s, "basis": "silence"},
                 "updatedAt": "2026-01-09T10:00:00Z"}""".formatted(
                        shop.customerId("7"),
                        RunningTopology.JSON.readTree(state.value()).at("/risk/probability"))));
    }

    @Test
    void a_state_that_follows_from_an_order_carries_its_correlation_and_names_it_as_the_cause() {
        running.publish(
                shop.paid("7", "o1", "2026-01-05", "47.39", 3),
                Map.of("ce_id", "paid-o1", "ce_correlationid", "checkout-7"));
        TestRecord<String, byte[]> state = running.values().getLast();
        assertThat(RunningTopology.header(state, "ce_correlationid")).isEqualTo("checkout-7");
        assertThat(RunningTopology.header(state, "ce_causationid")).isEqualTo("paid-o1");

        running.publish(shop.paid("7", "o2", "2026-01-06", "1", 1), Map.of("ce_id", "paid-o2"));
        state = running.values().getLast();
        assertThat(RunningTopology.header(state, "ce_correlationid"))
                .as("of a sender that gives none")
                .isEqualTo("paid-o2");

        running.revise("acme", 1, cuts("25"));
        running.pass(A_MINUTE);
        assertThat(running.values().getLast().headers().lastHeader("ce_correlationid"))
                .as("after a revision")
                .isNull();
    }

    @Test
    void an_event_that_comes_again_publishes_nothing_and_counts_nothing() {
        Shop.Event order = shop.paid("7", "o1", "2026-01-05", "47.39", 3);
        running.publish(order);
        running.values();
        Totals totals = running.totals("acme");
        running.publish(order);
        running.publish(order.of("shop.order.placed.v1"));
        assertThat(running.values()).isEmpty();
        assertThat(running.totals("acme")).isEqualTo(totals);
    }

    @Test
    void totals_are_kept_for_each_tenant() {
        running.publish(shop.paid("7", "o1", "2026-01-05", "10", 1));
        running.publish(shop.paid("8", "o2", "2026-01-06", "0", 1));
        running.publish(new Shop("other", "web").paid("7", "o1", "2026-01-05", "99", 9));
        Totals totals = running.totals("acme");
        assertThat(totals.orders()).isEqualTo(2);
        assertThat(totals.customers()).isEqualTo(2);
        assertThat(totals.units()).isEqualTo(2);
        assertThat(totals.sums().net("USD")).isEqualByComparingTo("10");
        assertThat(totals.upTo()).isEqualTo(Instant.parse("2026-01-06T08:00:00Z"));
        assertThat(running.totals("other").sums().net("USD")).isEqualByComparingTo("99");
    }

    @Test
    void a_customer_whose_last_order_is_cancelled_is_counted_no_more() {
        Shop.Event order = shop.paid("7", "o1", "2026-01-05", "10", 1);
        running.publish(order);
        running.publish(order.of("shop.order.cancelled.v1"));
        assertThat(running.totals("acme").customers()).isZero();
        assertThat(running.totals("acme").orders()).isZero();
        JsonNode state = running.lastValues().get(shop.key("7"));
        assertThat(state.at("/orders").intValue()).isZero();
        assertThat(state.has("lastOrderAt")).isFalse();
    }

    @Test
    void the_population_is_measured_and_proposed_until_the_boundaries_are_in_force() {
        for (int customer = 1; customer <= 5; customer++) {
            running.publish(shop.paid("" + customer, "o" + customer, "2026-01-0" + customer, customer + "0", 1));
        }
        running.pass(Duration.ofSeconds(1));
        Boundaries measured = running.proposals().getFirst().measured();
        assertThat(measured.measuredAt()).isEqualTo(LocalDate.parse("2026-01-05"));
        assertThat(measured.population()).isEqualTo(5);
        assertThat(measured.currency()).isEqualTo("USD");
        assertThat(measured.recency()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(measured.frequency()).containsExactly(1L, 1L, 1L, 1L);
        assertThat(measured.monetary()).hasSize(4);
        for (int cut = 0; cut < 4; cut++) {
            isAlmost(measured.monetary().get(cut), (cut + 1) + "0");
        }

        running.pass(Duration.ofSeconds(1));
        assertThat(running.proposals()).hasSize(1);
        running.revise("acme", 1, measured);
        running.pass(A_MINUTE);
        assertThat(running.proposals()).isEmpty();
    }

    @Test
    void values_that_nobody_has_any_more_are_not_measured() {
        for (int order = 1; order <= 30; order++) {
            for (int customer = 1; customer <= 5; customer++) {
                running.publish(shop.paid("" + customer, "o" + order, "2026-01-%02d".formatted(order), "1", 1));
                running.pass(Duration.ofMillis(100));
            }
        }
        running.pass(A_MINUTE);
        Boundaries measured = running.proposals().getLast().measured();
        assertThat(measured.recency()).containsOnly(0L);
        assertThat(measured.frequency()).containsOnly(30L);
        assertThat(measured.monetary()).allSatisfy(cut -> isAlmost(cut, "30"));
    }

    @Test
    void a_small_change_is_measured_a_minute_later() {
        for (int customer = 0; customer < 200; customer++) {
            running.publish(shop.paid("" + customer, "o" + customer, "2026-01-01", "10", 1));
        }
        running.pass(Duration.ofSeconds(1));
        running.revise("acme", 1, running.proposals().getLast().measured());
        running.pass(Duration.ofSeconds(1));
        running.publish(shop.paid("0", "again", "2026-01-02", "10", 1));
        running.pass(Duration.ofSeconds(30));
        assertThat(running.proposals()).isEmpty();
        running.pass(Duration.ofSeconds(31));
        assertThat(running.proposals().getLast().measured().measuredAt()).isEqualTo(LocalDate.parse("2026-01-02"));
    }

    @Test
    void after_a_revision_exactly_the_customers_whose_scores_changed_are_published() {
        for (int customer = 1; customer <= 8; customer++) {
            running.publish(shop.paid("" + customer, "o" + customer, "2026-01-01", customer + "0", 1));
        }
        running.values();
        running.revise("acme", 1, cuts("25"));
        running.pass(A_MINUTE);
        Map<String, JsonNode> first = running.lastValues();
        assertThat(first).hasSize(8);
        assertThat(first.get(shop.key("2")).at("/scores/monetary").intValue()).isEqualTo(1);
        assertThat(first.get(shop.key("3")).at("/scores/monetary").intValue()).isEqualTo(5);
        assertThat(first.get(shop.key("3")).at("/scores/boundariesVersion").intValue())
                .isEqualTo(1);

        running.revise("acme", 2, cuts("45"));
        running.pass(A_MINUTE);
        Map<String, JsonNode> second = running.lastValues();
        assertThat(second).containsOnlyKeys(shop.key("3"), shop.key("4"));
        assertThat(second.get(shop.key("3")).at("/scores/boundariesVersion").intValue())
                .isEqualTo(2);
        second.values()
                .forEach(state -> assertThat(
                                SchemaCatalogue.published().validate(EventTypes.CUSTOMER_VALUE_STATE, state))
                        .isEmpty());
    }

    @Test
    void revisions_that_come_while_customers_get_new_scores_miss_nobody() {
        int customers = 40;
        for (int customer = 0; customer < customers; customer++) {
            running.publish(shop.paid("" + customer, "o" + customer, "2026-01-01", "" + customer, 1));
        }
        running.values();
        for (int version = 1; version <= 20; version++) {
            running.revise("acme", version, cuts("" + version));
            running.pass(Duration.ofMillis(700));
        }
        running.pass(A_MINUTE);
        Map<String, JsonNode> last = running.lastValues();
        for (int customer = 0; customer < customers; customer++) {
            assertThat(last.get(shop.key("" + customer)).at("/scores/monetary").intValue())
                    .as("customer %d", customer)
                    .isEqualTo(customer > 20 ? 5 : 1);
        }
    }

    @Test
    void a_changed_customer_is_published_with_its_scores_at_once() {
        running.revise("acme", 4, cuts("25"));
        running.publish(shop.paid("7", "o1", "2026-01-01", "30", 1));
        JsonNode state = running.lastValues().get(shop.key("7"));
        assertThat(state.at("/scores/monetary").intValue()).isEqualTo(5);
        assertThat(state.at("/scores/boundariesVersion").intValue()).isEqualTo(4);
    }

    @Test
    void other_events_on_the_analytics_topic_and_unreadable_ones_change_nothing() {
        running.revise("acme", 4, cuts("25"));
        running.publishAnalytics("acme", "crm.analytics.something-else.v1", "{}".getBytes());
        running.publishAnalytics("acme", "crm.analytics.score-boundaries-revised.v1", "{".getBytes());
        running.publish(shop.paid("7", "o1", "2026-01-01", "30", 1));
        JsonNode state = running.lastValues().get(shop.key("7"));
        assertThat(state.at("/scores/boundariesVersion").intValue()).isEqualTo(4);
    }

    @Test
    void what_is_measured_is_what_all_customers_have_however_the_events_arrive() {
        for (long seed = 1; seed <= 5; seed++) {
            List<Shop.Event> events = events(seed);
            try (RunningTopology one = new RunningTopology(folder.resolve("one-" + seed));
                    RunningTopology other = new RunningTopology(folder.resolve("other-" + seed))) {
                events.forEach(one::publish);
                List<Shop.Event> shuffled = new ArrayList<>(events);
                shuffled.addAll(events.subList(0, events.size() / 2));
                Collections.shuffle(shuffled, new Random(seed));
                shuffled.forEach(other::publish);
                one.pass(A_MINUTE);
                other.pass(A_MINUTE);
                assertThat(other.totals("acme")).as("seed %d", seed).isEqualTo(one.totals("acme"));
                assertThat(other.proposals().getLast().measured())
                        .as("seed %d", seed)
                        .isEqualTo(one.proposals().getLast().measured());
                assertThat(withoutSequence(other)).as("seed %d", seed).isEqualTo(withoutSequence(one));
            }
        }
    }

    @Test
    void customers_are_compared_in_the_currency_that_is_said_for_their_tenant() {
        try (RunningTopology said =
                new RunningTopology(folder.resolve("said"), new Currencies(Map.of("acme", "EUR"), null, Map.of()))) {
            said.publish(shop.paid("7", "o1", "2026-01-01", "30", 1));
            said.publish(shop.paid("7", "o2", "2026-01-01", "12", 1).with("currency", "EUR"));
            said.publish(shop.paid("7", "o3", "2026-01-01", "30", 1));
            said.pass(A_MINUTE);
            Boundaries measured = said.proposals().getLast().measured();
            assertThat(measured.currency()).isEqualTo("EUR");
            isAlmost(measured.monetary().getFirst(), "12");
        }
    }

    /** Not below, and less than 0.1 percent above. */
    private static void isAlmost(BigDecimal cut, String exact) {
        assertThat(cut).isBetween(new BigDecimal(exact), new BigDecimal(exact).multiply(new BigDecimal("1.001")));
    }

    private static List<String> withoutSequence(RunningTopology running) {
        List<String> entries = new ArrayList<>();
        try (var all = running.store(ValueTopology.CUSTOMERS).all()) {
            all.forEachRemaining(entry -> entries.add(
                    entry.key + " " + StoredForms.customer(entry.value).facts()));
        }
        return entries;
    }

    private List<Shop.Event> events(long seed) {
        Random random = new Random(seed);
        List<Shop.Event> events = new ArrayList<>();
        for (int order = 0; order < 60; order++) {
            Shop.Event paid = shop.paid(
                    "" + random.nextInt(12),
                    "o" + order,
                    "2026-01-%02d".formatted(1 + random.nextInt(28)),
                    "" + random.nextInt(50),
                    1 + random.nextInt(3));
            events.add(paid);
            switch (random.nextInt(5)) {
                case 0 -> events.add(paid.of("shop.order.cancelled.v1"));
                case 1 -> events.add(shop.returned(paid, "r", 1, "5.50").at("2026-02-01T00:00:00Z"));
                case 2 -> events.add(paid.of("shop.order.placed.v1").at("2025-12-31T00:00:00Z"));
                default -> events.add(paid.of("shop.order.delivered.v1").at("2026-02-02T00:00:00Z"));
            }
        }
        return events;
    }

    /** Everybody has the worst recency and frequency; monetary is 5 above this amount and 1 up to it. */
    private static Boundaries cuts(String amount) {
        BigDecimal cut = new BigDecimal(amount);
        return new Boundaries(
                LocalDate.parse("2026-01-01"),
                8,
                "USD",
                List.of(0L, 0L, 0L, 0L),
                List.of(9L, 9L, 9L, 9L),
                List.of(cut, cut, cut, cut));
    }
}
