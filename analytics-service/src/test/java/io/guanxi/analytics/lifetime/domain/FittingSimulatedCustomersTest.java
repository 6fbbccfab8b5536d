package io.guanxi.analytics.lifetime.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.guanxi.analytics.lifetime.domain.FitResult.Fitted;
import io.guanxi.analytics.lifetime.simulation.SimulatedCohort;
import io.guanxi.analytics.lifetime.simulation.SimulatedCohort.Customer;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FittingSimulatedCustomersTest {

    private static final SpendModel SPEND = new SpendModel(6.25, 3.74, 15.44);
    private static final int ACQUISITION = 182;
    private static final int DAYS = 910;
    private static final int LAST_DAY = DAYS - 1;
    private static final int CALIBRATION_END = LAST_DAY - 182;
    private static final int CUSTOMERS = 12_000;
    private static final double STANDARD_ERRORS = 4;

    static Stream<SimulatedCohort> cohorts() {
        return LongStream.range(0, 3)
                .boxed()
                .flatMap(seed -> Stream.of(
                                new BgNbd(0.8, 60, 0.8, 2.4),
                                new MbgNbd(1.2, 70, 0.5, 2),
                                new ParetoNbd(0.9, 50, 0.8, 40))
                        .map(model -> new SimulatedCohort(seed, model, SPEND, DAYS, ACQUISITION)));
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void a_fit_finds_what_the_customers_were_made_with(SimulatedCohort cohort) {
        Fitted<OrderModel> fitted = fitted(cohort.orders().family(), calibration(customers(cohort)));
        cohort.orders()
                .parameters()
                .forEach((letter, made) -> assertThat(
                                fitted.model().parameters().get(letter))
                        .as("%s of %s in %s", letter, fitted, cohort)
                        .isEqualTo(
                                made,
                                within(STANDARD_ERRORS * fitted.standardErrors().get(letter))));
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void amounts_are_found_as_they_were_made(SimulatedCohort cohort) {
        SpendCalibration.Counter counter = new SpendCalibration.Counter();
        customers(cohort).forEach(customer -> counter.add(customer.spent(CALIBRATION_END)));
        Fitted<SpendModel> fitted = (Fitted<SpendModel>) Fitting.USUAL.fit(counter.counted());
        new SpendModel(SPEND.p(), SPEND.q(), 100 * SPEND.gamma())
                .parameters()
                .forEach((letter, made) -> assertThat(
                                fitted.model().parameters().get(letter))
                        .as("%s of %s in %s", letter, fitted, cohort)
                        .isEqualTo(
                                made,
                                within(STANDARD_ERRORS * fitted.standardErrors().get(letter))));
    }

    @ParameterizedTest
    @MethodSource("cohorts")
    void purchases_to_come_are_foretold_by_the_model_that_made_them(SimulatedCohort cohort) {
        double expected = 0;
        double there = 0;
        long actual = 0;
        long buying = 0;
        for (Customer customer : customers(cohort)) {
            Observation seen = customer.seen(CALIBRATION_END);
            int later = customer.seen(LAST_DAY).x() - seen.x();
            expected += cohort.orders().expectedOrders((LAST_DAY - CALIBRATION_END) / 7.0, seen);
            there += cohort.orders().pAlive(seen);
            actual += later;
            buying += later > 0 ? 1 : 0;
        }
        assertThat(expected / actual).as("%s", cohort).isEqualTo(1, within(0.06));
        assertThat(there).as("those who buy are there, %s", cohort).isGreaterThan(buying);
    }

    @Test
    void the_number_of_threads_changes_no_bit() {
        Calibration calibration = calibration(customers(cohorts().findFirst().orElseThrow()));
        FitResult<OrderModel> byMany = Fitting.USUAL.fit(OrderFamily.BG_NBD, calibration);
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            assertThat(one.submit(() -> Fitting.USUAL.fit(OrderFamily.BG_NBD, calibration))
                            .join())
                    .isEqualTo(byMany);
        }
    }

    @Test
    void a_customer_is_the_same_whoever_else_is_made() {
        SimulatedCohort cohort = cohorts().findFirst().orElseThrow();
        List<Customer> all = customers(cohort);
        Customer alone = cohort.customer(CUSTOMERS - 1);
        assertThat(alone.days()).isEqualTo(all.getLast().days());
        assertThat(alone.cents()).isEqualTo(all.getLast().cents());
        assertThat(all.stream().map(customer -> customer.days().length).distinct())
                .hasSizeGreaterThan(5);
    }

    private static List<Customer> customers(SimulatedCohort cohort) {
        return LongStream.range(0, CUSTOMERS).mapToObj(cohort::customer).toList();
    }

    private static Calibration calibration(List<Customer> customers) {
        Calibration.Counter counter = new Calibration.Counter();
        customers.forEach(customer -> counter.add(customer.seen(CALIBRATION_END)));
        return counter.counted();
    }

    private static Fitted<OrderModel> fitted(OrderFamily family, Calibration calibration) {
        return (Fitted<OrderModel>) Fitting.USUAL.fit(family, calibration);
    }
}
