package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.Grade;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.contracts.EventTypes;
import io.guanxi.contracts.SchemaCatalogue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grades, lapses and totals by grade, as they follow from events and versions in any order. */
class ReviewingCustomersTest {

    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    /** But for its version, its day and its limit of value. */
    private static final Map<String, Object> RULE = Map.of(
            "currency",
            "USD",
            "potentialAtLeast",
            "120.00",
            "hysteresis",
            0.1,
            "windowDays",
            365,
            "horizonDays",
            365,
            "referralWorth",
            "15.00",
            "lapseBelow",
            0.2,
            "basis",
            "fixed");

    private final Shop shop = new Shop("acme", "web");
    private final String customer = shop.key("7");

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
    void a_grade_and_its_change_are_published_as_the_contract_says() {
        publishRule(running, 1, "2026-01-01", "100");
        running.publish(shop.paid("7", "o1", "2026-01-05", "47.39", 1));
        running.publish(shop.paid("7", "o2", "2026-01-06", "60", 1), Map.of("ce_correlationid", "checkout-7"));
        List<TestRecord<String, byte[]>> told = running.standings();
        assertThat(told)
                .extracting(event ->
                        RunningTopology.JSON.readTree(event.value()).at("/to").asString())
                .containsExactly("lead", "gold");
        TestRecord<String, byte[]> risen = told.getLast();
        assertThat(risen.key()).isEqualTo(customer);
        assertThat(RunningTopology.header(risen, "ce_type")).isEqualTo(EventTypes.CRM_ANALYTICS_GRADE_CHANGED);
        assertThat(RunningTopology.header(risen, "ce_correlationid")).isEqualTo("checkout-7");
        assertThat(RunningTopology.header(risen, "ce_time")).isEqualTo("2026-01-06T08:00:00Z");
        assertThat(SchemaCatalogue.published().validate(EventTypes.CRM_ANALYTICS_GRADE_CHANGED, risen.value()))
                .isEmpty();
        TestRecord<String, byte[]> state = running.values().getLast();
        assertThat(SchemaCatalogue.published().validate(EventTypes.CUSTOMER_VALUE_STATE, state.value()))
                .isEmpty();
        assertThat(RunningTopology.JSON.readTree(state.value()).at("/grade").asString())
                .isEqualTo("gold");
    }

    @Test
    void a_new_rule_reaches_customers_who_do_nothing_and_the_totals_by_grade() {
        for (int one = 1; one <= 7; one++) {
            running.publish(shop.paid("" + one, "o" + one, "2026-01-05", one + "0", 1));
        }
        running.pass(Duration.ofSeconds(1));
        running.revise("acme", 1, running.proposals().getLast().measured());
        assertThat(running.tenant("acme").grades()).isEmpty();
        publishRule(running, 1, "2026-01-05", "50");
        running.pass(A_MINUTE);
        assertThat(running.tenant("acme").grades().keySet()).containsExactly("gold", "lead");
        assertThat(running.tenant("acme").grades().get("gold").customers()).isEqualTo(3);
        assertThat(running.tenant("acme").grades().get("gold").sums().net("USD"))
                .isEqualByComparingTo("180");
        assertThat(running.tenant("acme").grades().get("lead").sums().net("USD"))
                .isEqualByComparingTo("100");
        publishRule(running, 2, "2026-01-06", "68");
        running.revise("acme", 2, on("2026-01-12"));
        running.pass(A_MINUTE);
        assertThat(running.tenant("acme").grades().get("gold").customers()).isEqualTo(1);
        assertThat(running.tenant("acme").grades().get("lead").customers()).isEqualTo(6);
    }

    @Test
    void a_customer_who_is_silent_for_long_lapses_and_an_order_ends_it() {
        publishRule(running, 1, "2026-01-01", "100");
        running.publish(shop.paid("7", "o0", "2026-01-01", "7.39", 1));
        running.publish(shop.paid("7", "o1", "2026-01-05", "47.39", 1));
        running.revise("acme", 1, on("2026-08-03"));
        running.pass(A_MINUTE);
        running.publish(shop.paid("7", "o2", "2026-08-04", "1", 1));
        List<String> types = running.standings().stream()
                .map(event -> RunningTopology.header(event, "ce_type"))
                .toList();
        assertThat(types)
                .containsExactly(
                        EventTypes.CRM_ANALYTICS_GRADE_CHANGED,
                        EventTypes.CRM_ANALYTICS_LAPSE_BEGAN,
                        EventTypes.CRM_ANALYTICS_LAPSE_ENDED);
    }

    @Test
    void whatever_comes_late_or_twice_the_standing_is_that_of_all_days_gone_through_anew() {
        for (long seed = 1; seed <= 6; seed++) {
            List<Shop.Event> events = events(seed);
            Collections.shuffle(events, new Random(seed));
            try (RunningTopology shuffled = new RunningTopology(folder.resolve("shuffled-" + seed))) {
                publishRule(shuffled, 1, "2025-01-01", "100");
                int count = 0;
                for (Shop.Event event : events) {
                    shuffled.publish(event);
                    if (++count % 10 == 0) {
                        checkAll(shuffled, seed, count);
                    }
                    if (count == 40) {
                        publishRule(shuffled, 2, "2026-01-15", "60");
                        measure(shuffled);
                    }
                }
                measure(shuffled);
                checkAll(shuffled, seed, count);
            }
        }
    }

    @Test
    void what_was_answered_on_a_day_is_answered_later_for_that_day() {
        for (long seed = 11; seed <= 12; seed++) {
            List<Shop.Event> events = events(seed);
            events.sort(Comparator.comparing(Shop.Event::happened));
            Map<LocalDate, Map<String, CustomerPicture>> answered = new TreeMap<>();
            try (RunningTopology live = new RunningTopology(folder.resolve("live-" + seed))) {
                publishRule(live, 1, "2025-01-01", "100");
                LocalDate day = null;
                for (Shop.Event event : events) {
                    LocalDate its = LocalDate.ofInstant(event.happened(), ZoneOffset.UTC);
                    if (day != null && its.isAfter(day)) {
                        answered.put(day, answers(live, day));
                        if (answered.size() == 12) {
                            publishRule(live, 2, day.plusDays(1).toString(), "60");
                        }
                    }
                    day = its;
                    live.publish(event);
                }
                for (var then : answered.entrySet()) {
                    assertThat(asked(live, then.getKey(), then.getValue().keySet()))
                            .as("seed %d as of %s", seed, then.getKey())
                            .isEqualTo(then.getValue());
                }
            }
        }
    }

    private static Map<String, CustomerPicture> answers(RunningTopology running, LocalDate day) {
        measure(running);
        Map<String, CustomerPicture> pictures = new TreeMap<>();
        each(running, (key, entry) -> pictures.put(key, picture(running, entry, day)));
        return pictures;
    }

    private static Map<String, CustomerPicture> asked(RunningTopology running, LocalDate day, Set<String> customers) {
        Map<String, CustomerPicture> pictures = new TreeMap<>();
        customers.forEach(key -> pictures.put(key, picture(running, running.customer(key), day)));
        return pictures;
    }

    private static CustomerPicture picture(RunningTopology running, CustomerEntry entry, LocalDate day) {
        CustomerValue value = CustomerValue.of(entry, running.versions("acme"));
        return value.picture(day);
    }

    private static void checkAll(RunningTopology running, long seed, int count) {
        Map<String, Long> grades = new TreeMap<>();
        each(running, (key, entry) -> {
            Standing standing = entry.judged().standing();
            Standing anew = Standing.of(entry.history(), standing.reviewedTo(), running.versions("acme"));
            assertThat(standing.grades())
                    .as("seed %d after %d: grades", seed, count)
                    .isEqualTo(anew.grades());
            assertThat(standing.lapses())
                    .as("seed %d after %d: lapses", seed, count)
                    .isEqualTo(anew.lapses());
            Grade grade = standing.grade();
            if (grade != null && entry.facts().counts()) {
                grades.merge(grade.code(), 1L, Long::sum);
            }
        });
        Map<String, Long> counted = new TreeMap<>();
        running.tenant("acme").grades().forEach((grade, totals) -> counted.put(grade, totals.customers()));
        assertThat(counted).as("seed %d after %d: totals by grade", seed, count).isEqualTo(grades);
    }

    private static void each(RunningTopology running, BiConsumer<String, CustomerEntry> visitor) {
        new StoredCustomers(running.store(ValueTopology.CUSTOMERS), running.store(ValueTopology.ORDERS))
                .eachOf("acme", visitor);
    }

    /** The population is measured, its boundaries are recorded, and all customers are reviewed by them. */
    private static void measure(RunningTopology running) {
        running.pass(A_MINUTE);
        List<RunningTopology.Proposal> proposals = running.proposals();
        if (!proposals.isEmpty()) {
            var last = running.versions("acme").versions().boundaries();
            running.revise(
                    "acme",
                    last == null ? 1 : last.version() + 1,
                    proposals.getLast().measured());
            running.pass(A_MINUTE);
            running.proposals();
        }
    }

    private List<Shop.Event> events(long seed) {
        Random random = new Random(seed);
        List<Shop.Event> events = new ArrayList<>();
        for (int order = 0; order < 60; order++) {
            LocalDate day = LocalDate.parse("2025-10-01").plusDays(random.nextInt(120));
            Shop.Event paid =
                    shop.paid("" + random.nextInt(5), "o" + order, day.toString(), "" + random.nextInt(90), 1);
            events.add(paid);
            String later = day.plusDays(1 + random.nextInt(20)) + "T0" + random.nextInt(9) + ":00:00Z";
            switch (random.nextInt(5)) {
                case 0 -> events.add(paid.of("shop.order.cancelled.v1").at(later));
                case 1 -> events.add(shop.returned(paid, "r", 1, "5.50").at(later));
                case 2 -> events.add(paid);
                default -> events.add(paid.of("shop.order.delivered.v1").at(later));
            }
        }
        return events;
    }

    private static Boundaries on(String day) {
        List<BigDecimal> cuts = Collections.nCopies(4, BigDecimal.ONE);
        return new Boundaries(LocalDate.parse(day), 7, "USD", List.of(0L, 0L, 0L, 0L), List.of(1L, 1L, 1L, 1L), cuts);
    }

    private static void publishRule(RunningTopology running, int version, String effectiveFrom, String valueAtLeast) {
        Map<String, Object> body = new TreeMap<>(RULE);
        body.put("version", version);
        body.put("effectiveFrom", effectiveFrom);
        body.put("valueAtLeast", valueAtLeast);
        running.publishAnalytics(
                "acme", EventTypes.CRM_ANALYTICS_PYRAMID_RULE_PUBLISHED, RunningTopology.JSON.writeValueAsBytes(body));
    }
}
