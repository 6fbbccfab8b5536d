package io.guanxi.analytics.cohort.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.cohort.domain.CohortTable.Cohort;
import io.guanxi.analytics.cohort.domain.CohortTable.Period;
import io.guanxi.analytics.cohort.domain.CohortTable.Repurchase;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.table.domain.CdnowSample;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowingCohortsTest {

    private static final int SEEDS = 200;
    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);
    private static final Conversion DOLLARS = Conversion.only("USD");
    private static final CohortParameters MONTHS = new CohortParameters(Span.MONTH, BEGIN, 24, 90);

    @Test
    void each_cell_counts_the_customers_of_the_cohort_who_bought_in_that_month() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            LocalDate asOf = BEGIN.plusDays(random.nextInt(500));
            List<PurchaseHistory> customers = customers(random);
            CohortTable table = table(customers, MONTHS, asOf);
            for (Cohort cohort : table.cohorts()) {
                YearMonth start = YearMonth.from(cohort.start());
                List<Purchases> members = customers.stream()
                        .map(one -> one.asOf(asOf))
                        .filter(one ->
                                !one.isEmpty() && YearMonth.from(one.first()).equals(start))
                        .toList();
                assertThat(cohort.customers()).as("seed %d", seed).isEqualTo(members.size());
                assertThat(cohort.periods()).hasSize(1 + (int) start.until(YearMonth.from(asOf), ChronoUnit.MONTHS));
                for (Period period : cohort.periods()) {
                    YearMonth month = start.plusMonths(period.later());
                    assertThat(period)
                            .as("seed %d, %s in %s", seed, start, month)
                            .isEqualTo(new Period(
                                    period.later(),
                                    !month.atEndOfMonth().isAfter(asOf),
                                    members.size(),
                                    members.stream()
                                            .filter(one -> buys(one, month))
                                            .count(),
                                    revenue(members, month)));
                }
            }
            assertThat(table.overall().customers())
                    .as("seed %d", seed)
                    .isEqualTo(customers.stream()
                            .filter(one -> !one.asOf(asOf).isEmpty())
                            .count());
        }
    }

    @Test
    void partitions_in_any_order_are_added_up() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            LocalDate asOf = BEGIN.plusDays(random.nextInt(500));
            CohortParameters weeks = new CohortParameters(Span.WEEK, BEGIN.plusDays(40), 10, 30);
            List<PurchaseHistory> customers = customers(random);
            CohortTable expected = table(customers, weeks, asOf);
            Collections.shuffle(customers, random);
            Cohorts sum = cohorts(customers.subList(10, customers.size()), weeks, asOf);
            sum.addAll(cohorts(customers.subList(0, 10), weeks, asOf));
            assertThat(sum.table()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void a_second_purchase_is_looked_for_only_where_its_days_are_over() {
        LocalDate asOf = BEGIN.plusDays(100);
        List<PurchaseHistory> customers = List.of(
                bought(BEGIN, BEGIN.plusDays(90)), // On the last of the days.
                bought(BEGIN, BEGIN.plusDays(91)), // One too late.
                bought(BEGIN, BEGIN), // Twice on one day is one purchase.
                bought(BEGIN.plusDays(10), BEGIN.plusDays(12)), // The days are over today.
                bought(BEGIN.plusDays(20), BEGIN.plusDays(25))); // Before the days are over.
        Repurchase repurchase = table(customers, MONTHS, asOf).overall().repurchase();
        assertThat(repurchase).isEqualTo(new Repurchase(4, 2, 4, 5));
        assertThat(repurchase.withinRate()).isEqualTo(0.5);
        assertThat(repurchase.everRate()).isEqualTo(0.8);
    }

    @Test
    void a_period_that_has_just_begun_is_not_compared_with_those_that_are_over() {
        LocalDate asOf = LocalDate.of(2025, 3, 15);
        CohortTable table =
                table(List.of(bought(BEGIN, LocalDate.of(2025, 2, 3)), bought(LocalDate.of(2025, 2, 1))), MONTHS, asOf);
        assertThat(table.cohorts().getFirst().periods())
                .extracting(Period::over)
                .containsExactly(true, true, false);
        assertThat(table.overall().periods()).extracting(Period::customers).containsExactly(2L, 1L);
        assertThat(table.overall().periods().get(1).retention()).isEqualTo(1);
    }

    @Test
    void a_week_begins_on_monday_and_a_first_cohort_is_taken_as_a_whole() {
        CohortParameters weeks = new CohortParameters(Span.WEEK, LocalDate.of(2025, 1, 9), 5, 30);
        CohortTable table = table(
                List.of(
                        bought(LocalDate.of(2025, 1, 5)),
                        bought(LocalDate.of(2025, 1, 6), LocalDate.of(2025, 1, 19)),
                        bought(LocalDate.of(2025, 1, 12))),
                weeks,
                LocalDate.of(2025, 1, 19));
        assertThat(table.earlier()).isEqualTo(1);
        assertThat(table.cohorts()).hasSize(1);
        Cohort week = table.cohorts().getFirst();
        assertThat(week.start()).isEqualTo("2025-01-06");
        assertThat(week.customers()).isEqualTo(2);
        assertThat(week.periods()).extracting(Period::active).containsExactly(2L, 1L);
        assertThat(week.periods()).extracting(Period::over).containsOnly(true);
    }

    @Test
    void nobody_gives_an_empty_table() {
        CohortTable table = table(List.of(), MONTHS, BEGIN);
        assertThat(table.cohorts()).isEmpty();
        assertThat(table.overall().customers()).isZero();
        assertThat(table.overall().repurchase().withinRate()).isZero();
    }

    @Test
    void cohorts_of_another_day_are_not_added_up() {
        assertThatThrownBy(
                        () -> cohorts(List.of(), MONTHS, BEGIN).addAll(cohorts(List.of(), MONTHS, BEGIN.plusDays(1))))
                .hasMessageContaining("another day");
    }

    /** Expected numbers were counted in the same file by another program in another language. */
    @Test
    void real_cohorts_are_those_of_an_independent_count() {
        CohortParameters parameters = new CohortParameters(Span.MONTH, LocalDate.of(1997, 1, 1), 24, 90);
        List<PurchaseHistory> customers = List.copyOf(CdnowSample.customers().values());
        List<Cohort> cohorts =
                table(customers, parameters, CdnowSample.LAST_DAY).cohorts();
        assertThat(cohorts).extracting(Cohort::customers).containsExactly(781L, 857L, 719L);
        assertThat(cohorts.getFirst().periods())
                .extracting(Period::active)
                .containsExactly(
                        781L, 124L, 95L, 70L, 65L, 77L, 65L, 53L, 52L, 45L, 62L, 59L, 45L, 47L, 63L, 37L, 37L, 33L);
        assertThat(cohorts.get(1).periods().get(1).revenue()).isEqualByComparingTo("6418.37");
        assertThat(cohorts.get(2).periods().get(3).revenue()).isEqualByComparingTo("3163.59");
        assertThat(cohorts).extracting(cohort -> cohort.repurchase().within()).containsExactly(232L, 260L, 195L);
        assertThat(cohorts).extracting(cohort -> cohort.repurchase().ever()).containsExactly(373L, 410L, 356L);
    }

    private static boolean buys(Purchases purchases, YearMonth month) {
        return purchases.days().stream()
                .anyMatch(day -> YearMonth.from(day.day()).equals(month));
    }

    private static BigDecimal revenue(List<Purchases> members, YearMonth month) {
        return members.stream()
                .flatMap(one -> one.days().stream())
                .filter(day -> YearMonth.from(day.day()).equals(month))
                .map(day -> DOLLARS.net(day.sums()))
                .reduce(new BigDecimal("0.0000"), BigDecimal::add);
    }

    private static CohortTable table(List<PurchaseHistory> customers, CohortParameters parameters, LocalDate asOf) {
        return cohorts(customers, parameters, asOf).table();
    }

    private static Cohorts cohorts(List<PurchaseHistory> customers, CohortParameters parameters, LocalDate asOf) {
        Cohorts cohorts = new Cohorts(parameters, DOLLARS, asOf);
        customers.forEach(history -> cohorts.add(history.asOf(asOf)));
        return cohorts;
    }

    private static PurchaseHistory bought(LocalDate... days) {
        return PurchaseHistory.of(
                Stream.of(days).map(day -> CdnowSample.order(day, 1, "10.00")).toList());
    }

    private static List<PurchaseHistory> customers(Random random) {
        List<PurchaseHistory> customers = new ArrayList<>();
        for (int customer = 0; customer < 20; customer++) {
            List<Flow> flows = new ArrayList<>();
            LocalDate first = BEGIN.plusDays(random.nextInt(200));
            for (int more = random.nextInt(6); more >= 0; more--) {
                flows.add(CdnowSample.order(first.plusDays(random.nextInt(300)), 1, random.nextInt(50) + ".25"));
            }
            customers.add(PurchaseHistory.of(flows));
        }
        return customers;
    }
}
