package io.guanxi.analytics.lifetime.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Purchases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountingCustomersTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 2, 1);

    @Test
    void cells_count_equal_observations_in_whatever_order_they_come() {
        for (long seed = 0; seed < 20; seed++) {
            List<Observation> all = observations(seed, 200_000 / (1 + (int) seed * 500));
            Map<Observation, Long> plain =
                    all.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            Calibration counted = counted(all);
            assertThat(counted.cells().stream()
                            .collect(Collectors.toMap(CalibrationCell::seen, CalibrationCell::customers)))
                    .as("seed %d", seed)
                    .isEqualTo(plain);
            assertThat(counted.customers()).isEqualTo(all.size());
            assertThat(counted.repeatBuyers())
                    .isEqualTo(all.stream().filter(seen -> seen.x() > 0).count());
            Collections.shuffle(all, new Random(seed));
            int middle = all.size() / 3;
            Calibration parts = counted(all.subList(middle, all.size())).plus(counted(all.subList(0, middle)));
            assertThat(parts.cells()).as("seed %d", seed).isEqualTo(counted.cells());
            assertThat(Calibration.of(parts.cells()).cells()).isEqualTo(counted.cells());
        }
    }

    @Test
    void a_counter_goes_on_after_it_was_asked() {
        Calibration.Counter counter = new Calibration.Counter().add(Observation.NEWCOMER);
        Calibration one = counter.counted();
        Calibration two = counter.add(Observation.NEWCOMER).counted();
        assertThat(one.customers()).isEqualTo(1);
        assertThat(two.cells()).containsExactly(new CalibrationCell(Observation.NEWCOMER, 2));
    }

    @Test
    void what_is_seen_ends_with_the_day_that_is_asked_about() {
        Purchases purchases = bought(0, 14, 35);
        assertThat(Observation.of(purchases, FIRST.minusDays(1))).isEmpty();
        assertThat(Observation.of(purchases, FIRST)).contains(Observation.NEWCOMER);
        assertThat(Observation.of(purchases, FIRST.plusDays(34))).contains(new Observation(1, 14, 34));
        Observation all = Observation.of(purchases, FIRST.plusDays(42)).orElseThrow();
        assertThat(all).isEqualTo(new Observation(2, 35, 42));
        assertThat(all.tx()).isEqualTo(5);
        assertThat(all.age()).isEqualTo(6);
    }

    @Test
    void impossible_observations_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation(0, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation(2, 1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Observation(1, 6, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Calibration.Counter().add(new Observation(0, 0, 65_536)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CalibrationCell(Observation.NEWCOMER, 0));
    }

    @Test
    void amounts_are_of_repeat_purchases_that_brought_something() {
        Purchases purchases = new Purchases(List.of(
                RealOrders.bought(FIRST, new BigDecimal("100")),
                RealOrders.bought(FIRST.plusDays(1), new BigDecimal("10")),
                RealOrders.bought(FIRST.plusDays(2), BigDecimal.ZERO),
                RealOrders.bought(FIRST.plusDays(3), new BigDecimal("20.5")),
                RealOrders.bought(FIRST.plusDays(9), new BigDecimal("70"))));
        assertThat(SpendSample.of(purchases, FIRST.plusDays(8), RealOrders.DOLLARS))
                .isEqualTo(new SpendSample(2, 15.25));
        assertThat(SpendSample.of(purchases, FIRST, RealOrders.DOLLARS)).isEqualTo(SpendSample.NONE);
        assertThat(SpendSample.of(purchases, FIRST.plusDays(8), Conversion.only("CNY")))
                .isEqualTo(SpendSample.NONE);
    }

    @Test
    void amounts_are_collected_in_any_order() {
        List<SpendSample> samples =
                List.of(new SpendSample(2, 7), new SpendSample(1, 9), new SpendSample(2, 3), new SpendSample(1, 9.5));
        SpendCalibration together = collected(samples);
        SpendCalibration apart = collected(samples.subList(2, 4)).plus(collected(samples.subList(0, 2)));
        assertThat(together.samples())
                .containsExactly(
                        new SpendSample(1, 9), new SpendSample(1, 9.5), new SpendSample(2, 3), new SpendSample(2, 7));
        assertThat(apart.samples()).isEqualTo(together.samples());
    }

    @Test
    void a_hold_out_tells_errors_by_group_and_by_week() {
        OrderModel model = new ParetoNbd(1, 10, 1, 1e6);
        LocalDate calibrationEnd = FIRST.plusDays(70);
        LocalDate end = FIRST.plusDays(140);
        HoldOut here = new HoldOut(calibrationEnd, end).add(bought(0)).add(bought(0, 7, 84, 91, 150));
        HoldOut there = new HoldOut(calibrationEnd, end).add(bought(77, 80)).add(bought(0, 77));
        HoldOutReport report = here.addAll(there).against(model);
        double none = model.expectedOrders(10, 0, 0, 10);
        double once = model.expectedOrders(10, 1, 1, 10);
        assertThat(report.customers()).isEqualTo(3);
        assertThat(report.actual()).isEqualTo(3);
        assertThat(report.expected()).isEqualTo(2 * none + once, within(1e-9));
        assertThat(report.meanAbsoluteError())
                .isEqualTo((none + Math.abs(1 - none) + Math.abs(2 - once)) / 3, within(1e-9));
        assertThat(report.groups()).hasSize(8);
        assertThat(report.groups().get(0).customers()).isEqualTo(2);
        assertThat(report.groups().get(1).actual()).isEqualTo(2);
        assertThat(report.weeks()).hasSize(20);
        assertThat(report.weeks().get(1).actual()).isEqualTo(1);
        assertThat(report.weeks().getLast().actual()).isEqualTo(4);
        assertThat(report.weeks().get(1).expected()).isEqualTo(3 * model.expectedOfNewcomer(13 / 7.0), within(1e-9));
    }

    private static Purchases bought(int... days) {
        List<Purchases.Day> bought = new ArrayList<>();
        for (int day : days) {
            bought.add(RealOrders.bought(FIRST.plusDays(day), BigDecimal.ONE));
        }
        return new Purchases(bought);
    }

    private static Calibration counted(List<Observation> all) {
        Calibration.Counter counter = new Calibration.Counter();
        all.forEach(counter::add);
        return counter.counted();
    }

    private static SpendCalibration collected(List<SpendSample> samples) {
        SpendCalibration.Counter counter = new SpendCalibration.Counter();
        samples.forEach(counter::add);
        return counter.counted();
    }

    private static List<Observation> observations(long seed, int count) {
        Random random = new Random(seed);
        return Stream.generate(() -> {
                    int age = random.nextInt(40);
                    int x = random.nextInt(Math.min(4, age + 1));
                    return new Observation(x, x == 0 ? 0 : x + random.nextInt(age - x + 1), age);
                })
                .limit(count)
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
