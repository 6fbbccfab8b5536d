package io.guanxi.analytics.churn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.churn.domain.RiskFit.NotFitted;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.table.domain.CdnowSample;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusingToLearnTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 10);
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);

    @Test
    void without_anybody_there_are_too_few_months() {
        assertThat(learned(AS_OF, 0, 0)).extracting(NotFitted::code).isEqualTo("too-few-months");
    }

    @Test
    void before_two_horizons_are_over_there_are_too_few_months() {
        NotFitted not = learned(LocalDate.of(2025, 3, 31), 100, 100);
        assertThat(not.code()).isEqualTo("too-few-months");
        assertThat(not.actual()).isEqualTo(59);
        assertThat(not.required()).isEqualTo(2 * 30 + 31);
        assertThat(not.detail()).contains("horizon");
    }

    @Test
    void where_everybody_comes_back_there_is_nothing_to_learn() {
        NotFitted not = learned(AS_OF, 0, 100);
        assertThat(not.code()).isEqualTo("too-few-lapses");
        assertThat(not.actual()).isZero();
        assertThat(not.required()).isEqualTo(50);
    }

    @Test
    void where_nobody_comes_back_there_is_nothing_to_learn() {
        assertThat(learned(AS_OF, 100, 0)).extracting(NotFitted::code).isEqualTo("too-few-returns");
    }

    @Test
    void what_turns_round_in_the_month_held_out_is_no_better_than_chance() {
        Snapshots snapshots = snapshots(LocalDate.of(2025, 4, 30));
        LocalDate january = LocalDate.of(2025, 1, 10);
        LocalDate february = LocalDate.of(2025, 2, 20);
        for (int customer = 0; customer < 200; customer++) {
            boolean twice = customer % 2 == 0;
            // Who bought twice in January comes back in February, and in April it is just the others who do.
            Stream<LocalDate> days = twice
                    ? Stream.of(january, january.plusDays(5), february)
                    : Stream.of(january, LocalDate.of(2025, 4, 15));
            snapshots.add("customer-" + customer, history(days));
        }
        assertThat(new RiskLearning(snapshots).learn())
                .isInstanceOfSatisfying(
                        NotFitted.class, not -> assertThat(not.code()).isEqualTo("no-better-than-chance"));
    }

    @Test
    void snapshots_of_another_day_are_not_added_up() {
        assertThatThrownBy(() -> snapshots(AS_OF).addAll(snapshots(AS_OF.plusDays(1))))
                .hasMessageContaining("another day");
    }

    private static NotFitted learned(LocalDate asOf, int once, int monthly) {
        Snapshots snapshots = snapshots(asOf);
        for (int customer = 0; customer < once; customer++) {
            snapshots.add("once-" + customer, history(Stream.of(BEGIN)));
        }
        for (int customer = 0; customer < monthly; customer++) {
            snapshots.add(
                    "monthly-" + customer,
                    history(IntStream.range(0, 40).mapToObj(visit -> BEGIN.plusDays(14L * visit))));
        }
        return (NotFitted) new RiskLearning(snapshots).learn();
    }

    private static Snapshots snapshots(LocalDate asOf) {
        return new Snapshots(RiskParameters.ofHorizon(30), Conversion.only("USD"), asOf);
    }

    private static PurchaseHistory history(Stream<LocalDate> days) {
        List<Flow> flows = days.map(day -> CdnowSample.order(day, 1, "20.00")).toList();
        return PurchaseHistory.of(flows);
    }
}
