package io.guanxi.analytics.churn.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.table.domain.CdnowSample;
import io.guanxi.analytics.table.domain.Table;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookingNoFurtherThanTheDayTest {

    private static final int SEEDS = 500;
    private static final int HORIZON = 60;
    private static final LocalDate BEGIN = LocalDate.of(2026, 1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Conversion DOLLARS = Conversion.only("USD");

    @Test
    void whatever_happens_after_the_day_behaviour_on_the_day_stays_as_it_was() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            PurchaseHistory until = history(random, BEGIN, DAY);
            PurchaseHistory later = until.replacing(List.of(), happenings(random, DAY.plusDays(1), DAY.plusDays(300)));
            assertThat(Behaviour.of(later.asOf(DAY), DOLLARS, DAY))
                    .as("seed %d", seed)
                    .isEqualTo(Behaviour.of(until.asOf(DAY), DOLLARS, DAY));
        }
    }

    @Test
    void whatever_happens_after_the_horizon_no_row_changes_whose_horizon_is_over() {
        for (long seed = 0; seed < SEEDS / 10; seed++) {
            Random random = new Random(seed);
            Snapshots now = snapshots(DAY.plusDays(HORIZON));
            Snapshots later = snapshots(DAY.plusDays(HORIZON));
            for (int customer = 0; customer < 20; customer++) {
                PurchaseHistory known = history(random, BEGIN, DAY.plusDays(HORIZON));
                now.add("customer-" + customer, known);
                List<Flow> more = happenings(random, DAY.plusDays(HORIZON + 1), DAY.plusDays(300));
                later.add("customer-" + customer, known.replacing(List.of(), more));
            }
            assertThat(now.rows().size()).isPositive();
            assertThat(later.rows().table().columns())
                    .as("seed %d", seed)
                    .isDeepEqualTo(now.rows().table().columns());
        }
    }

    @Test
    void rows_are_of_the_month_ends_whose_horizon_is_over() {
        Snapshots snapshots = snapshots(LocalDate.of(2026, 8, 29));
        snapshots.add("one", PurchaseHistory.of(List.of(CdnowSample.order(LocalDate.of(2026, 3, 15), 1, "10.00"))));
        Table table = snapshots.rows().table();
        assertThat(table.columns()[Snapshots.DAY])
                .containsExactly(
                        LocalDate.of(2026, 3, 31).toEpochDay(),
                        LocalDate.of(2026, 4, 30).toEpochDay(),
                        LocalDate.of(2026, 5, 31).toEpochDay(),
                        LocalDate.of(2026, 6, 30).toEpochDay());
        assertThat(snapshots(LocalDate.of(2026, 8, 28)).days()).endsWith(LocalDate.of(2026, 5, 31));
    }

    @Test
    void the_last_day_of_the_horizon_belongs_to_it_and_the_day_itself_does_not() {
        assertThat(lapsed(DAY)).isTrue();
        assertThat(lapsed(DAY.plusDays(1))).isFalse();
        assertThat(lapsed(DAY.plusDays(HORIZON))).isFalse();
        assertThat(lapsed(DAY.plusDays(HORIZON + 1))).isTrue();
    }

    @Test
    void an_order_that_was_cancelled_after_the_horizon_was_one_then() {
        LocalDate ordered = DAY.plusDays(10);
        Flow placed = CdnowSample.order(ordered, 1, "10.00");
        Flow cancelled = new Flow(
                DAY.plusDays(HORIZON + 5),
                ordered,
                -1,
                -1,
                0,
                SumsByCurrency.NOTHING.minus(CdnowSample.dollars(1, "10.00")));
        assertThat(Snapshots.lapsed(PurchaseHistory.of(List.of(placed, cancelled)), DAY, HORIZON))
                .isFalse();
    }

    private static boolean lapsed(LocalDate ordered) {
        PurchaseHistory history = PurchaseHistory.of(List.of(CdnowSample.order(ordered, 1, "10.00")));
        return Snapshots.lapsed(history, DAY, HORIZON);
    }

    private static Snapshots snapshots(LocalDate asOf) {
        return new Snapshots(RiskParameters.ofHorizon(HORIZON), DOLLARS, asOf);
    }

    private static PurchaseHistory history(Random random, LocalDate from, LocalDate to) {
        return PurchaseHistory.of(happenings(random, from, to));
    }

    /** Orders, and cancellations of orders of any day. */
    private static List<Flow> happenings(Random random, LocalDate from, LocalDate to) {
        List<Flow> flows = new ArrayList<>();
        int days = Math.toIntExact(to.toEpochDay() - from.toEpochDay()) + 1;
        for (int more = random.nextInt(8); more > 0; more--) {
            LocalDate effective = from.plusDays(random.nextInt(days));
            if (random.nextInt(4) > 0) {
                flows.add(CdnowSample.order(effective, 1 + random.nextInt(5), random.nextInt(90) + ".50"));
            } else {
                LocalDate ordered = BEGIN.plusDays(
                        random.nextInt(Math.toIntExact(effective.toEpochDay() - BEGIN.toEpochDay()) + 1));
                flows.add(new Flow(effective, ordered, -1, -1, 1, CdnowSample.dollars(-1, "-20.00")));
            }
        }
        return flows;
    }
}
