package io.guanxi.analytics.lifetime.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class ExpectingOrdersTest {

    private static final BgNbd SHOP = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final ParetoNbd PARETO_SHOP = new ParetoNbd(0.553, 10.578, 0.606, 11.669);
    private static final double[] SIZES = {1e-8, 1e-3, 0.5, 1 + 1e-12, 40, 1e7};

    static DoubleStream sizes() {
        return DoubleStream.of(SIZES);
    }

    private static Stream<OrderModel> extremes(double one, double other) {
        return Stream.of(
                new BgNbd(one, other, one, other),
                new BgNbd(one, one, other, other),
                new BgNbd(one, other, other, one),
                new MbgNbd(one, other, one, other),
                new MbgNbd(one, other, other, one),
                new ParetoNbd(one, other, one, other),
                new ParetoNbd(one, other, other, one),
                new ParetoNbd(one, one, other, other));
    }

    @Test
    void a_customer_of_the_literature_is_expected_to_buy_as_it_says() {
        assertThat(SHOP.expectedOrders(39, 2, 30.43, 38.86)).isEqualTo(1.226, within(1e-3));
        assertThat(PARETO_SHOP.expectedOrders(52, 26, 30.86, 31)).isEqualTo(25.46, within(2e-2));
        assertThat(PARETO_SHOP.pAlive(26, 30.86, 31)).isEqualTo(0.9979, within(1e-4));
        assertThat(SHOP.expectedOrders(52, 26, 30.86, 31)).isEqualTo(25.76, within(2e-2));
        assertThat(PARETO_SHOP.expectedOfNewcomer(52)).isEqualTo(1.47, within(1e-2));
        assertThat(SHOP.expectedOfNewcomer(52)).isEqualTo(1.44, within(1e-2));
    }

    /** Computed with forty digits from the formula with the hypergeometric function. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0.243, 0.793, 2.426, 11.78, 1.445995562684618
            2.243, 0.793, 4.426, 0.9, 1.6854349739427239
            2.243, 1.0000001, 4.426, 0.9, 1.6233255948295145
            26.243, 0.793, 28.426, 1.468, 26.579976736476961
            0.01, 30, 2, 1e-05, 9.9999526565479776e-8
            150, 0.05, 160, 3, 432.05418600712204
            5, 12, 0.02, 2, 0.99766483735004664
            40, 0.3, 700, 20, 703.62459372526875
            """)
    void purchases_of_somebody_who_is_there_are_exact(double s, double a, double staying, double z, double expected) {
        assertThat(Chances.orders(s, a, staying, z)).isCloseTo(expected, withinPercentage(1e-10));
        assertThat(LeavingChances.of(a, staying).mean(s, z)).isCloseTo(expected, withinPercentage(1e-10));
    }

    /** Computed with forty digits by quadrature. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0.553, 10.58, 0.606, 11.67, 0, 38.86, 0.86972799086039319
            2.553, 10.58, 0.606, 11.67, 30.43, 38.86, -1.8936529966401443
            500.5, 10.58, 0.606, 11.67, 300, 400, 133.15165391927274
            3, 0.001, 0.6, 50, 1, 30, 5.3077233666972579
            3, 50, 0.6, 0.001, 1, 30, 3.0722421576544422
            60, 1, 5, 1, 1, 2000, 446.47163565408469
            0.1, 200, 8, 0.01, 0, 3, 45.658370264960959
            """)
    void the_odds_of_having_left_are_exact(
            double shape, double alpha, double s, double beta, double tx, double age, double expected) {
        assertThat(LeavingTimes.logOdds(shape, alpha, s, beta, tx, age)).isEqualTo(expected, within(1e-11));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void whatever_is_asked_the_answer_is_a_number(double size) {
        for (double other : SIZES) {
            extremes(size, other).forEach(ExpectingOrdersTest::assertNumbers);
        }
    }

    private static void assertNumbers(OrderModel model) {
        double[] times = {0, 1e-9, 1500, 1e6};
        for (int x : new int[] {0, 1, 10_000}) {
            for (double tx : x == 0 ? new double[] {0} : times) {
                for (double rest : times) {
                    assertNumbers(model, x, tx, tx + rest);
                }
            }
        }
    }

    private static void assertNumbers(OrderModel model, int x, double tx, double age) {
        Supplier<String> about = () -> "%s of x = %d, tx = %s, age = %s".formatted(model, x, tx, age);
        double alive = model.pAlive(x, tx, age);
        assertThat(alive).as(about).isBetween(0.0, 1.0);
        double before = 0;
        for (double weeks : List.of(0.0, 1e-6, 52.0, 1e4)) {
            double expected = model.expectedOrders(weeks, x, tx, age);
            assertThat(expected).as(about).isBetween(before * (1 - 1e-9), Double.MAX_VALUE);
            before = expected;
        }
        assertThat(model.discountedOrders(1e4, 0.1, x, tx, age)).as(about).isBetween(0.0, before * (1 + 1e-9));
    }

    @Test
    void customers_that_other_programs_failed_at_have_an_answer() {
        // One day old, and the hypergeometric function of the textbook is negative.
        assertThat(new BgNbd(0.11, 2.24, 0.31, 0.5).expectedOrders(30, 0, 0, 1))
                .isEqualTo(0.564588615532784728, within(1e-13));
        // Hundreds of purchases until yesterday, and its powers overflow.
        ParetoNbd daily = new ParetoNbd(1.217, 200.9, 0.04391, 0.3345);
        assertThat(daily.pAlive(221, 103.42857, 103.57143)).isBetween(0.999, 1.0);
        assertThat(daily.pAlive(161, 94.71429, 98)).isBetween(0.9, 0.999);
    }

    @Test
    void somebody_who_has_just_bought_for_the_first_time_is_there() {
        assertThat(SHOP.pAlive(Observation.NEWCOMER)).isEqualTo(1);
        assertThat(PARETO_SHOP.pAlive(Observation.NEWCOMER)).isEqualTo(1);
        assertThat(new MbgNbd(1, 1, 1, 3).pAlive(Observation.NEWCOMER)).isEqualTo(0.75);
    }

    @Test
    void the_longer_the_silence_the_less_likely_is_it_that_a_customer_is_there() {
        for (OrderModel model : List.of(SHOP, PARETO_SHOP, new MbgNbd(0.525, 6.183, 0.891, 1.614))) {
            double before = 1;
            for (int week = 30; week < 400; week += 10) {
                double alive = model.pAlive(7, 20, week);
                assertThat(alive).as("%s in week %d", model, week).isLessThan(before);
                before = alive;
            }
        }
    }

    @Test
    void a_discount_of_nothing_changes_nothing_and_a_high_one_leaves_little() {
        for (OrderModel model : List.of(SHOP, PARETO_SHOP, new MbgNbd(0.525, 6.183, 0.891, 1.614))) {
            double all = model.expectedOrders(104, 3, 20, 30);
            assertThat(model.discountedOrders(104, 0, 3, 20, 30)).isEqualTo(all, within(1e-12));
            assertThat(model.discountedOrders(104, 0.1, 3, 20, 30)).isBetween(0.85 * all, 0.95 * all);
            assertThat(model.discountedOrders(104, 0.1, 3, 20, 30)).isCloseTo(summed(model), withinPercentage(1e-4));
        }
    }

    /** The definition, as a sum over short times. */
    private static double summed(OrderModel model) {
        int steps = 20_000;
        double sum = 0;
        double before = 0;
        for (int i = 1; i <= steps; i++) {
            double to = 104.0 * i / steps;
            double expected = model.expectedOrders(to, 3, 20, 30);
            sum += (expected - before) * Math.pow(1.1, -(to - 52.0 / steps) * 7 / 365.25);
            before = expected;
        }
        return sum;
    }

    @Test
    void models_come_back_from_their_parameters() {
        for (OrderModel model : List.of(SHOP, PARETO_SHOP, new MbgNbd(1, 2, 3, 4))) {
            assertThat(OrderFamily.of(model.family().code()).orElseThrow().model(model.parameters()))
                    .isEqualTo(model);
        }
    }

    @Test
    void impossible_questions_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SHOP.pAlive(-1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SHOP.pAlive(1, 2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> SHOP.pAlive(0, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> SHOP.pAlive(0, 0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> PARETO_SHOP.expectedOrders(-1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SHOP.discountedOrders(1, -0.1, 0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new BgNbd(1, 0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ParetoNbd(1, 1, Double.NaN, 1));
    }
}
