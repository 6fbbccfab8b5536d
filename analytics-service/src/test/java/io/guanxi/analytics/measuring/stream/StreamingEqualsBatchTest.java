package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.GradeChange;
import io.guanxi.analytics.picture.domain.Membership;
import io.guanxi.analytics.picture.domain.Rfm;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.CustomerFacts;
import io.guanxi.analytics.value.domain.Scores;
import io.guanxi.analytics.value.domain.Totals;
import io.guanxi.contracts.EventTypes;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever arrives in whatever order: what the streams know is what a plain computation finds in the list of events. */
class StreamingEqualsBatchTest {

    private static final String TENANT = "acme";
    private static final int PREFIXES = 3;
    private static final int DAYS_ASKED = 4;

    @TempDir
    Path folder;

    /** {@code -Dguanxi.seeds=1000} plays more of them, {@code -Dguanxi.seed=42} plays one again. */
    static LongStream seeds() {
        Long again = Long.getLong("guanxi.seed");
        return again == null ? LongStream.range(0, Long.getLong("guanxi.seeds", 2)) : LongStream.of(again);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void after_any_prefix_of_the_log_everything_equals_a_plain_recomputation(long seed) {
        Random random = new Random(seed);
        List<Shop.Event> log = log(seed, seed);
        try (Scene scene = new Scene(folder)) {
            int known = 0;
            for (int prefix = 1; prefix <= PREFIXES; prefix++) {
                int next = prefix == PREFIXES ? log.size() : known + 1 + random.nextInt(log.size() - known);
                log.subList(known, next).forEach(scene.running::publish);
                known = next;
                PlainBatch batch = PlainBatch.of(log.subList(0, known));
                scene.measure(batch);
                scene.checkTotals(batch);
                for (String customer : batch.customers()) {
                    scene.check(batch, customer, random);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void after_a_wipe_the_same_log_and_one_in_another_order_give_the_same_again(long seed) {
        List<Shop.Event> log = log(seed, seed);
        List<Boundaries> revised;
        Known live;
        try (Scene scene = new Scene(folder.resolve("live"))) {
            log.subList(0, log.size() / 2).forEach(scene.running::publish);
            scene.measure(PlainBatch.of(log.subList(0, log.size() / 2)));
            log.subList(log.size() / 2, log.size()).forEach(scene.running::publish);
            scene.measure(PlainBatch.of(log));
            live = scene.known();
            revised = scene.revised;
        }
        checkSame(rebuilt("same", log, revised), live);
        checkSame(rebuilt("other", log(seed, seed + 1), revised), live);
    }

    private static void checkSame(Known rebuilt, Known live) {
        assertThat(rebuilt.facts).isEqualTo(live.facts);
        live.purchases.forEach((customer, purchases) ->
                assertThat(rebuilt.purchases.get(customer).flows()).isEqualTo(purchases.flows()));
        live.standings.forEach((customer, standing) ->
                assertThat(rebuilt.standings.get(customer)).isEqualTo(standing));
        assertThat(rebuilt.tenant).isEqualTo(live.tenant);
        assertThat(rebuilt.published).isEqualTo(live.published);
    }

    private Known rebuilt(String name, List<Shop.Event> log, List<Boundaries> revised) {
        try (Scene scene = new Scene(folder.resolve(name))) {
            revised.forEach(scene::revise);
            log.forEach(scene.running::publish);
            scene.pass();
            assertThat(scene.running.proposals())
                    .as("what is measured is in force")
                    .isEmpty();
            return scene.known();
        }
    }

    /** The even ones within the grace, the others in any order. */
    private static List<Shop.Event> log(long seed, long order) {
        RandomSales sales = new RandomSales(new Shop(TENANT, "web"), seed);
        List<Shop.Event> events = sales.events();
        for (long other = seed; other < order; other++) {
            sales.arrival(events, false);
        }
        return sales.arrival(events, order % 2 == 0);
    }

    /** All that has to be the same after everything was computed anew. */
    private record Known(
            Map<String, CustomerFacts> facts,
            Map<String, PurchaseHistory> purchases,
            Map<String, Standing> standings,
            TenantEntry tenant,
            Map<String, JsonNode> published) {}

    /** A running topology and what is recorded beside it. */
    private static final class Scene implements AutoCloseable {

        private final RunningTopology running;
        private final List<Boundaries> revised = new ArrayList<>();
        private final Map<String, JsonNode> published = new TreeMap<>();

        Scene(Path folder) {
            running = new RunningTopology(folder);
            tell(EventTypes.CRM_ANALYTICS_PYRAMID_RULE_PUBLISHED, PlainStays.RULE);
            PlainStays.SEGMENTS.forEach(segment -> tell(EventTypes.CRM_ANALYTICS_SEGMENT_SWITCHED, segment));
        }

        private void tell(String type, Map<String, Object> body) {
            running.publishAnalytics(TENANT, type, RunningTopology.JSON.writeValueAsBytes(body));
        }

        /** Time enough to measure and to go through all customers. */
        void pass() {
            running.pass(Duration.ofSeconds(2));
            published.putAll(running.lastValues());
        }

        void revise(Boundaries boundaries) {
            revised.add(boundaries);
            running.revise(TENANT, revised.size(), boundaries);
        }

        /** What is measured is right and is in force from then on. */
        void measure(PlainBatch batch) {
            pass();
            List<RunningTopology.Proposal> proposals = running.proposals();
            if (!proposals.isEmpty()) {
                revise(proposals.getLast().measured());
                pass();
                assertThat(running.proposals()).isEmpty();
            }
            checkCuts(revised.getLast(), batch);
        }

        private static void checkCuts(Boundaries measured, PlainBatch batch) {
            assertThat(measured.measuredAt()).isEqualTo(batch.lastDay());
            assertThat(measured.currency()).isEqualTo("USD");
            assertThat(measured.recency())
                    .isEqualTo(batch.cuts(Rfm::recency, Comparator.reverseOrder(), PlainStays.RATES)
                            .reversed());
            assertThat(measured.frequency())
                    .isEqualTo(batch.cuts(Rfm::frequency, Comparator.naturalOrder(), PlainStays.RATES));
            List<BigDecimal> exact = batch.cuts(Rfm::netRevenue, Comparator.naturalOrder(), PlainStays.RATES);
            for (int cut = 0; cut < exact.size(); cut++) {
                assertThat(measured.monetary().get(cut))
                        .isBetween(exact.get(cut), exact.get(cut).multiply(new BigDecimal("1.001")));
            }
        }

        void checkTotals(PlainBatch batch) {
            List<CustomerFacts> all =
                    batch.customers().stream().map(batch::facts).toList();
            Totals totals = running.totals(TENANT);
            assertThat(PlainBatch.day(totals.upTo())).isEqualTo(batch.lastDay());
            assertThat(totals)
                    .isEqualTo(new Totals(
                            all.stream().mapToLong(CustomerFacts::orders).sum(),
                            all.stream().filter(facts -> facts.orders() > 0).count(),
                            all.stream().mapToLong(CustomerFacts::units).sum(),
                            all.stream().mapToLong(CustomerFacts::returnedUnits).sum(),
                            batch.sums(batch.customers()),
                            totals.upTo()));
            checkGrades(batch);
        }

        private void checkGrades(PlainBatch batch) {
            Map<String, List<String>> customers = new TreeMap<>();
            for (String customer : batch.customers()) {
                String grade = PlainStays.of(batch, customer, batch.lastDay()).grade();
                if (grade != null && batch.facts(customer).orders() > 0) {
                    customers.computeIfAbsent(grade, one -> new ArrayList<>()).add(customer);
                }
            }
            Map<String, GradeTotals> expected = new HashMap<>();
            customers.forEach((grade, its) -> expected.put(grade, new GradeTotals(its.size(), batch.sums(its))));
            assertThat(running.tenant(TENANT).grades()).isEqualTo(expected);
        }

        void check(PlainBatch batch, String customer, Random random) {
            CustomerEntry entry = running.customer(customer);
            CustomerFacts facts = batch.facts(customer);
            assertThat(entry.facts()).isEqualTo(facts);
            CustomerValue value = CustomerValue.of(entry, running.versions(TENANT));
            LocalDate present = batch.lastDay();
            assertThat(value.present()).isEqualTo(present);
            PurchaseHistory purchases = value.history().purchases();
            assertThat(purchases.present()).isEqualTo(batch.purchases(customer));
            assertThat(purchases).as("none that changes nothing").isEqualTo(PurchaseHistory.of(purchases.flows()));
            checkStanding(
                    PlainStays.of(batch, customer, present), entry.judged().standing());
            checkPublished(batch, customer, facts);
            checkDay(batch, customer, value, present);
            long days = batch.firstDay().until(present, ChronoUnit.DAYS);
            for (int asked = 0; asked < DAYS_ASKED; asked++) {
                checkDay(batch, customer, value, batch.firstDay().plusDays(random.nextInt((int) days + 1)));
            }
        }

        private static void checkStanding(PlainStays expected, Standing standing) {
            assertThat(standing.memberships()).isEqualTo(expected.stays());
            SortedMap<LocalDate, String> grades = new TreeMap<>();
            for (GradeChange change : standing.grades()) {
                grades.put(change.day(), change.to().code());
            }
            assertThat(grades).isEqualTo(expected.grades());
        }

        private void checkPublished(PlainBatch batch, String customer, CustomerFacts facts) {
            JsonNode state = published.get(customer);
            assertThat(state.at("/orders").asLong()).isEqualTo(facts.orders());
            assertThat(state.at("/units").asLong()).isEqualTo(facts.units());
            facts.sums().sums().forEach((currency, sums) -> {
                assertThat(new BigDecimal(state.at("/revenue/" + currency).asString()))
                        .isEqualByComparingTo(sums.revenue());
                assertThat(new BigDecimal(state.at("/refunded/" + currency).asString()))
                        .isEqualByComparingTo(sums.refunded());
            });
            Scores scores = scores(batch, customer, batch.lastDay());
            if (scores != null) {
                assertThat(List.of(
                                state.at("/scores/recency").asInt(),
                                state.at("/scores/frequency").asInt(),
                                state.at("/scores/monetary").asInt()))
                        .isEqualTo(List.of(scores.recency(), scores.frequency(), scores.monetary()));
            }
        }

        /** The answer of today for a day that is past. */
        private void checkDay(PlainBatch batch, String customer, CustomerValue value, LocalDate day) {
            PlainBatch then = batch.asOf(day);
            CustomerPicture picture = value.picture(day);
            PlainStays stays = PlainStays.of(batch, customer, day);
            assertThat(value.purchases(day)).as("purchases as of %s", day).isEqualTo(then.purchases(customer));
            assertThat(picture.rfm()).as("measures as of %s", day).isEqualTo(then.rfm(customer, day, PlainStays.RATES));
            assertThat(picture.scores()).as("scores as of %s", day).isEqualTo(scores(then, customer, day));
            assertThat(picture.segments())
                    .as("segments as of %s", day)
                    .containsExactlyInAnyOrderElementsOf(stays.stays().stream()
                            .filter(Membership::lasts)
                            .map(Membership::segment)
                            .toList());
            assertThat(picture.grade() == null ? null : picture.grade().code())
                    .as("grade as of %s", day)
                    .isEqualTo(stays.grade());
        }

        /** By the boundaries of the latest day up to that one, of several the last. */
        private Scores scores(PlainBatch batch, String customer, LocalDate day) {
            int version = 0;
            for (int one = 1; one <= revised.size(); one++) {
                LocalDate its = revised.get(one - 1).measuredAt();
                if (!its.isAfter(day)
                        && (version == 0
                                || !its.isBefore(revised.get(version - 1).measuredAt()))) {
                    version = one;
                }
            }
            return version == 0 ? null : batch.scores(customer, revised.get(version - 1), version, PlainStays.RATES);
        }

        /** Totals know the day of the latest event, and not always its time. */
        private TenantEntry tenantToTheDay() {
            TenantEntry entry = running.tenant(TENANT);
            Totals totals = entry.totals();
            Totals toTheDay = new Totals(
                    totals.orders(),
                    totals.customers(),
                    totals.units(),
                    totals.returnedUnits(),
                    totals.sums(),
                    totals.upTo().truncatedTo(ChronoUnit.DAYS));
            return new TenantEntry(toTheDay, entry.changes(), entry.measured(), entry.grades());
        }

        Known known() {
            Known known =
                    new Known(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), tenantToTheDay(), new TreeMap<>());
            new StoredCustomers(running.store(ValueTopology.CUSTOMERS), running.store(ValueTopology.ORDERS))
                    .eachOf(TENANT, (customer, entry) -> {
                        known.facts.put(customer, entry.facts());
                        known.purchases.put(customer, entry.history().purchases());
                        known.standings.put(customer, entry.judged().standing());
                    });
            published.forEach((customer, state) -> known.published.put(customer, withoutWhatGoesAlong(state)));
            return known;
        }

        /** Changes of these alone do not have a state published. */
        private static JsonNode withoutWhatGoesAlong(JsonNode state) {
            ObjectNode rest = (ObjectNode) state.deepCopy();
            rest.remove(List.of("asOf", "updatedAt"));
            if (rest.get("risk") instanceof ObjectNode risk) {
                risk.remove("probability");
            }
            if (rest.get("scores") instanceof ObjectNode scores) {
                scores.remove("boundariesVersion");
            }
            return rest;
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
