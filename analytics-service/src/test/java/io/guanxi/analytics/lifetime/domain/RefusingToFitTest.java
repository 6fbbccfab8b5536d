package io.guanxi.analytics.lifetime.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.guanxi.analytics.lifetime.domain.FitResult.NotFitted;
import io.guanxi.analytics.lifetime.domain.FitResult.Why;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusingToFitTest {

    @ParameterizedTest
    @EnumSource
    void nobody_is_nothing_to_fit(OrderFamily family) {
        assertThat(refusal(Fitting.USUAL.fit(family, Calibration.of(List.of()))).why())
                .isEqualTo(Why.NO_DATA);
    }

    @ParameterizedTest
    @EnumSource
    void customers_have_to_come_again(OrderFamily family) {
        Calibration calibration = Calibration.of(List.of(
                new CalibrationCell(new Observation(0, 0, 100), 100_000),
                new CalibrationCell(new Observation(2, 50, 100), 49)));
        assertThat(refusal(Fitting.USUAL.fit(family, calibration)))
                .isEqualTo(new NotFitted<OrderModel>(
                        Why.TOO_FEW_REPEAT_BUYERS, "49 customers came again, expected at least 50", 49, 50));
    }

    @ParameterizedTest
    @EnumSource
    void customers_who_are_all_alike_tell_no_distribution(OrderFamily family) {
        Calibration calibration = Calibration.of(List.of(new CalibrationCell(new Observation(5, 60, 70), 1000)));
        assertThat(refusal(Fitting.USUAL.fit(family, calibration)).why()).isEqualTo(Why.DID_NOT_CONVERGE);
    }

    @ParameterizedTest
    @EnumSource
    void customers_of_one_day_tell_nothing_about_time(OrderFamily family) {
        Calibration calibration = Calibration.of(List.of(
                new CalibrationCell(new Observation(0, 0, 1), 500),
                new CalibrationCell(new Observation(1, 1, 1), 500)));
        assertThat(refusal(Fitting.USUAL.fit(family, calibration)).why()).isEqualTo(Why.DID_NOT_CONVERGE);
    }

    @Test
    void amounts_have_to_be_known_and_to_differ() {
        SpendCalibration none =
                new SpendCalibration.Counter().add(SpendSample.NONE).counted();
        assertThat(refusal(Fitting.USUAL.fit(none)).why()).isEqualTo(Why.NO_DATA);
        SpendCalibration.Counter few = new SpendCalibration.Counter();
        SpendCalibration.Counter equal = new SpendCalibration.Counter();
        SpendCalibration.Counter wild = new SpendCalibration.Counter();
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(1);
        for (int i = 0; i < 1000; i++) {
            equal.add(new SpendSample(1 + i % 3, 10));
            wild.add(sampleWithoutMean(random, 1 + i % 3));
            if (i < 49) {
                few.add(new SpendSample(1, i + 1));
            }
        }
        assertThat(refusal(Fitting.USUAL.fit(few.counted())).why()).isEqualTo(Why.TOO_FEW_REPEAT_BUYERS);
        assertThat(refusal(Fitting.USUAL.fit(equal.counted())).why()).isEqualTo(Why.DID_NOT_CONVERGE);
        assertThat(refusal(Fitting.USUAL.fit(wild.counted())).why()).isEqualTo(Why.NO_MEAN_SPEND);
    }

    @Test
    void impossible_amounts_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendSample(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendSample(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendSample(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendModel(1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpendModel(6, 4, 15).expectedSpend(1, -1));
    }

    /** The scales are the inverse of a gamma distribution of shape one half. */
    private static SpendSample sampleWithoutMean(RandomGenerator random, int purchases) {
        double normal = random.nextGaussian();
        double sum = 0;
        for (int i = 0; i < 4 * purchases; i++) {
            sum += random.nextExponential();
        }
        return new SpendSample(purchases, sum / purchases / (normal * normal));
    }

    private static <M> NotFitted<M> refusal(FitResult<M> result) {
        assertThat(result).isInstanceOf(NotFitted.class);
        return (NotFitted<M>) result;
    }
}
