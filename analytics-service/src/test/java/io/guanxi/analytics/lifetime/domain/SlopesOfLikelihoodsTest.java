package io.guanxi.analytics.lifetime.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The derivatives that the search goes by are those of the function that it climbs. */
class SlopesOfLikelihoodsTest {

    private static final double STEP = 1e-5;
    private static final int SEEDS = 60;

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @EnumSource
    void of_orders(OrderFamily family) {
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
            Likelihood likelihood = Fitting.likelihood(
                    family, new GroupedCells(Calibration.of(cells(random)).counts()));
            assertSlopes(likelihood, parameters(random, 4), seed);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void of_amounts(long seed) {
        RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
        SpendCalibration.Counter counter = new SpendCalibration.Counter();
        for (int i = 0; i < 20; i++) {
            counter.add(new SpendSample(1 + random.nextInt(9), Math.exp(2 * random.nextGaussian())));
        }
        assertSlopes(new SpendLikelihood(counter.counted()), parameters(random, 3), seed);
    }

    private static void assertSlopes(Likelihood likelihood, double[] at, long seed) {
        double[] slopes = likelihood.at(at);
        for (int i = 0; i < at.length; i++) {
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] *= 1 + STEP;
            down[i] *= 1 - STEP;
            double difference = (likelihood.at(up)[0] - likelihood.at(down)[0]) / (2 * STEP);
            assertThat(slopes[i + 1] * at[i])
                    .as("seed %d, parameter %d", seed, i)
                    .isEqualTo(difference, within(1e-6 * Math.max(Math.abs(slopes[0]), 1)));
        }
    }

    private static double[] parameters(RandomGenerator random, int count) {
        return random.doubles(count, -2.5, 3).map(Math::exp).toArray();
    }

    private static List<CalibrationCell> cells(RandomGenerator random) {
        List<CalibrationCell> cells = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int age = random.nextInt(800);
            int x = Math.min(age, random.nextInt(3) == 0 ? 0 : random.nextInt(60));
            int recency = x == 0 ? 0 : x + random.nextInt(age - x + 1);
            cells.add(new CalibrationCell(new Observation(x, recency, age), 1 + random.nextInt(5)));
        }
        return cells;
    }
}
