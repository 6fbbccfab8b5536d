package io.guanxi.analytics.cluster.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.cluster.domain.ClusterResult.Found;
import io.guanxi.analytics.cluster.domain.ClusterResult.NotFound;
import io.guanxi.analytics.cluster.domain.ClusterResult.Tried;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.table.domain.CdnowSample;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingClustersTest {

    private record Customer(String id, long recency, long frequency, double monetary) {}

    @Test
    void three_kinds_of_customers_are_found_numbered_by_value_and_named() {
        Found found = found(threeKinds(3_000, 1), ClusterParameters.USUAL);
        assertThat(found.tried()).extracting(Tried::clusters).containsExactly(2, 3, 4, 5, 6, 7, 8);
        List<Cluster> clusters = found.grouping().clusters();
        assertThat(clusters).extracting(Cluster::number).containsExactly(1, 2, 3);
        assertThat(clusters).extracting(Cluster::customers).containsExactly(1_000L, 1_000L, 1_000L);
        assertThat(clusters.get(0).monetary()).isCloseTo(5_000, within(500.0));
        assertThat(clusters.get(0).frequency()).isCloseTo(40, within(4.0));
        assertThat(clusters.get(0).recencyDays()).isCloseTo(5, within(1.0));
        assertThat(clusters).extracting(Cluster::meanMonetary).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(clusters.get(0).english()).isEqualTo("far more recent, far more frequent, far higher value");
        assertThat(clusters.get(0).chinese()).isEqualTo("最近购买很近·频次很高·金额很高");
        assertThat(clusters.get(2).english())
                .contains("quieter")
                .contains("rarer")
                .contains("lower value");
        assertThat(found.settled()).isTrue();
    }

    @Test
    void the_chosen_number_has_the_best_silhouette() {
        for (long seed = 0; seed < 5; seed++) {
            Found found = found(random(2_000, seed), ClusterParameters.USUAL);
            Tried best = Collections.max(
                    found.tried(), (one, other) -> Double.compare(one.silhouette(), other.silhouette()));
            assertThat(found.grouping().clusters()).as("seed %d", seed).hasSize(best.clusters());
            assertThat(found.tried()).as("seed %d", seed).allMatch(tried -> tried.smallestShare() > 0);
        }
    }

    @Test
    void whoever_wants_exactly_so_many_gets_them_with_different_names() {
        ClusterParameters six = new ClusterParameters(1, 6, 6, 4, 20_000, 1_000, 100_000);
        Found found = found(random(5_000, 9), six);
        Set<String> english = new HashSet<>();
        Set<String> chinese = new HashSet<>();
        found.grouping().clusters().forEach(cluster -> {
            english.add(cluster.english());
            chinese.add(cluster.chinese());
        });
        assertThat(english).hasSize(6);
        assertThat(chinese).hasSize(6);
    }

    @Test
    void customers_in_any_order_and_partitions_give_the_same_clusters_to_the_last_bit() {
        ClusterParameters small = new ClusterParameters(3, 2, 5, 3, 500, 300, 1_000);
        for (long seed = 0; seed < 10; seed++) {
            List<Customer> customers = random(1_500, seed);
            ClusterResult expected = ClusterSearch.of(habits(customers, small), small);
            Collections.shuffle(customers, new Random(seed));
            Habits sum = new Habits(small);
            sum.addAll(habits(customers.subList(700, 1_500), small));
            sum.addAll(habits(customers.subList(0, 700), small));
            assertThat(ClusterSearch.of(sum, small)).as("seed %d", seed).isEqualTo(expected);
            assertThat(((Found) expected).share()).as("seed %d", seed).isEqualTo(0.5);
        }
    }

    @Test
    void everybody_belongs_to_the_cluster_that_they_were_counted_in() {
        List<Customer> customers = random(4_000, 21);
        ClusterParameters parameters = new ClusterParameters(1, 4, 4, 3, 1_000, 500, 100_000);
        Found found = found(customers, parameters);
        Clusters clusters = new Clusters(1, LocalDate.of(2026, 1, 1), "CNY", found.grouping());
        long[] counted = new long[5];
        customers.forEach(
                customer -> counted[clusters.nearest(customer.recency(), customer.frequency(), customer.monetary())]++);
        found.grouping()
                .clusters()
                .forEach(cluster -> assertThat(counted[cluster.number()]).isEqualTo(cluster.customers()));
        assertThat(found.customers()).isEqualTo(4_000);
        assertThat(found.settled()).isTrue();
    }

    @Test
    void too_few_different_customers_are_refused() {
        List<Customer> equal = IntStream.range(0, 1_000)
                .mapToObj(customer -> new Customer("customer-" + customer, 10, 1, 20))
                .toList();
        assertThat(ClusterSearch.of(habits(equal, ClusterParameters.USUAL), ClusterParameters.USUAL))
                .isInstanceOfSatisfying(NotFound.class, not -> {
                    assertThat(not.code()).isEqualTo("too-few-customers");
                    assertThat(not.actual()).isEqualTo(1);
                    assertThat(not.required()).isEqualTo(16);
                });
        assertThat(ClusterSearch.of(new Habits(ClusterParameters.USUAL), ClusterParameters.USUAL))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void where_all_are_equal_in_one_measure_the_others_decide() {
        List<Customer> once = IntStream.range(0, 400)
                .mapToObj(customer -> new Customer("customer-" + customer, 10 + customer % 9, 1, customer % 2 * 900))
                .toList();
        Found found = found(once, ClusterParameters.USUAL);
        assertThat(found.grouping().clusters().getFirst().monetary()).isCloseTo(900, within(1.0));
        assertThat(found.grouping().clusters().getFirst().frequency()).isCloseTo(1, within(1e-9));
    }

    @Test
    void real_customers_fall_into_clusters_that_differ_in_value() {
        List<Customer> customers = new ArrayList<>();
        CdnowSample.customers().forEach((id, history) -> {
            Purchases purchases = history.asOf(CdnowSample.LAST_DAY);
            customers.add(new Customer(
                    id,
                    ChronoUnit.DAYS.between(purchases.last(), CdnowSample.LAST_DAY),
                    purchases.orders(),
                    Conversion.only("USD").net(purchases.sums()).doubleValue()));
        });
        Found found = found(customers, ClusterParameters.USUAL);
        List<Cluster> clusters = found.grouping().clusters();
        assertThat(clusters).hasSizeBetween(2, 8);
        assertThat(clusters.getFirst().meanMonetary())
                .isGreaterThan(3 * clusters.getLast().meanMonetary());
        assertThat(found.tried().stream().mapToDouble(Tried::silhouette).max().orElseThrow())
                .isGreaterThan(0.35);
        assertThat(clusters.stream().mapToLong(Cluster::customers).sum()).isEqualTo(2_357);
    }

    private static Found found(List<Customer> customers, ClusterParameters parameters) {
        return (Found) ClusterSearch.of(habits(customers, parameters), parameters);
    }

    private static Habits habits(List<Customer> customers, ClusterParameters parameters) {
        Habits habits = new Habits(parameters);
        customers.forEach(one -> habits.add(one.id(), one.recency(), one.frequency(), one.monetary()));
        return habits;
    }

    private static List<Customer> threeKinds(int size, long seed) {
        double[][] kinds = {{5, 40, 5_000}, {60, 8, 600}, {400, 1, 50}};
        Random random = new Random(seed);
        List<Customer> customers = new ArrayList<>();
        for (int customer = 0; customer < size; customer++) {
            double[] kind = kinds[customer % 3];
            customers.add(new Customer(
                    "customer-" + customer,
                    Math.round(kind[0] * Math.exp(random.nextGaussian() / 8)),
                    Math.round(kind[1] * Math.exp(random.nextGaussian() / 8)),
                    kind[2] * Math.exp(random.nextGaussian() / 8)));
        }
        return customers;
    }

    private static List<Customer> random(int size, long seed) {
        Random random = new Random(seed);
        List<Customer> customers = new ArrayList<>();
        for (int customer = 0; customer < size; customer++) {
            long frequency = 1 + (long) Math.expm1(Math.abs(random.nextGaussian()));
            customers.add(new Customer(
                    "customer-" + customer,
                    random.nextInt(500),
                    frequency,
                    frequency * 30 * Math.exp(random.nextGaussian())));
        }
        return customers;
    }
}
