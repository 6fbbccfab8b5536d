package io.guanxi.analytics.churn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FittingALogisticTest {

    private static final int SEEDS = 100;

    @Test
    void at_the_end_the_gradient_is_zero_and_every_step_aside_is_worse() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            double[][] columns = columns(random, 3, 40);
            double[] targets = targets(random, columns, new double[] {0.5, 1, -1, 0});
            double ridge = 0.1 + random.nextDouble();
            LogisticFit fit = LogisticFit.of(columns, targets, ridge);
            assertThat(fit.converged()).as("seed %d", seed).isTrue();
            double best = objective(columns, targets, fit.weights(), ridge);
            for (int at = 0; at < 4; at++) {
                for (double aside : new double[] {-1e-3, 1e-3}) {
                    double[] other = fit.weights().clone();
                    other[at] += aside;
                    assertThat(objective(columns, targets, other, ridge))
                            .as("seed %d, weight %d", seed, at)
                            .isGreaterThan(best);
                }
            }
        }
    }

    @Test
    void what_made_the_outcomes_is_found_again() {
        Random random = new Random(1);
        double[] truth = {-0.7, 1.5, 0, -0.4};
        double[][] columns = columns(random, 3, 60_000);
        double[] weights =
                LogisticFit.of(columns, targets(random, columns, truth), 1).weights();
        for (int at = 0; at < truth.length; at++) {
            assertThat(weights[at]).isCloseTo(truth[at], within(0.05));
        }
    }

    @Test
    void rows_that_are_told_apart_perfectly_still_have_an_end() {
        double[][] columns = {{-2, -1, 1, 2}};
        LogisticFit fit = LogisticFit.of(columns, new double[] {0, 0, 1, 1}, 0.01);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.weights()[1]).isBetween(1.0, 10.0);
    }

    @Test
    void a_column_of_zeros_weighs_nothing_and_twins_share_their_weight() {
        double[] column = {-1, -1, 0, 1, 2};
        LogisticFit fit =
                LogisticFit.of(new double[][] {column, new double[5], column}, new double[] {0, 1, 0, 1, 1}, 0.5);
        assertThat(fit.converged()).isTrue();
        assertThat(fit.weights()[2]).isZero();
        assertThat(fit.weights()[1]).isCloseTo(fit.weights()[3], within(1e-9));
    }

    @Test
    void odds_beyond_what_a_double_can_raise_e_to_are_certain_and_cost_their_size() {
        assertThat(Odds.probability(-800)).isZero();
        assertThat(Odds.probability(800)).isOne();
        assertThat(Odds.loss(800, 0)).isEqualTo(800);
        assertThat(Odds.loss(-800, 0)).isZero();
    }

    private static double objective(double[][] columns, double[] targets, double[] weights, double ridge) {
        double sum = 0;
        for (int row = 0; row < targets.length; row++) {
            double p = 1 / (1 + Math.exp(-LogisticFit.logOdds(columns, row, weights)));
            sum -= Math.log(targets[row] > 0 ? p : 1 - p);
        }
        for (int at = 1; at < weights.length; at++) {
            sum += ridge / 2 * weights[at] * weights[at];
        }
        return sum;
    }

    private static double[][] columns(Random random, int width, int rows) {
        double[][] columns = new double[width][rows];
        for (double[] column : columns) {
            Arrays.setAll(column, row -> random.nextGaussian());
        }
        return columns;
    }

    private static double[] targets(Random random, double[][] columns, double[] truth) {
        double[] targets = new double[columns[0].length];
        Arrays.setAll(
                targets,
                row -> random.nextDouble() < Odds.probability(LogisticFit.logOdds(columns, row, truth)) ? 1 : 0);
        return targets;
    }
}
