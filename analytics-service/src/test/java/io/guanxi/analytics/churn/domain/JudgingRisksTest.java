package io.guanxi.analytics.churn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgingRisksTest {

    private static final int SEEDS = 300;

    @Test
    void the_auc_is_the_share_of_pairs_in_the_right_order_where_ties_count_half() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            int size = 2 + random.nextInt(40);
            double[] risks = new double[size];
            double[] lapsed = new double[size];
            for (int row = 0; row < size; row++) {
                risks[row] = random.nextInt(12) / 11.0;
                lapsed[row] = random.nextInt(2);
            }
            assertThat(Quality.auc(risks, lapsed)).as("seed %d", seed).isCloseTo(pairs(risks, lapsed), within(1e-12));
        }
    }

    @Test
    void bins_tell_how_true_risks_of_a_size_were() {
        Quality quality = Quality.of(new double[] {0.12, 0.18, 0.95, 1.0}, new double[] {0, 1, 1, 1});
        assertThat(quality.bins())
                .containsExactly(new Quality.Bin(0.1, 0.2, 2, 0.15, 0.5), new Quality.Bin(0.9, 1.0, 2, 0.975, 1.0));
        assertThat(quality.calibrationError()).isCloseTo((2 * 0.35 + 2 * 0.025) / 4, within(1e-12));
        assertThat(quality.brier()).isCloseTo((0.12 * 0.12 + 0.82 * 0.82 + 0.05 * 0.05) / 4, within(1e-12));
        assertThat(quality.logLoss()).isCloseTo(-(Math.log(0.88) + Math.log(0.18) + Math.log(0.95)) / 4, within(1e-12));
        assertThat(quality.lapsed()).isEqualTo(3);
        assertThat(quality.meanRisk()).isCloseTo(0.5625, within(1e-12));
    }

    @Test
    void risks_that_are_too_sure_are_corrected_by_what_a_later_month_shows() {
        Random random = new Random(7);
        double[] told = new double[40_000];
        double[] lapsed = new double[told.length];
        for (int row = 0; row < told.length; row++) {
            double truth = random.nextGaussian();
            lapsed[row] = random.nextDouble() < Odds.probability(truth) ? 1 : 0;
            told[row] = 2 * truth + 1;
        }
        Platt platt = Platt.of(told, lapsed);
        assertThat(platt.slope()).isCloseTo(0.5, within(0.02));
        assertThat(platt.shift()).isCloseTo(-0.5, within(0.03));
        double[] risks = new double[told.length];
        for (int row = 0; row < risks.length; row++) {
            risks[row] = Odds.probability(platt.corrected(told[row]));
        }
        assertThat(Quality.of(risks, lapsed).calibrationError()).isLessThan(0.01);
    }

    private static double pairs(double[] risks, double[] lapsed) {
        double wins = 0;
        double pairs = 0;
        for (int away = 0; away < risks.length; away++) {
            for (int back = 0; back < risks.length; back++) {
                if (lapsed[away] == 1 && lapsed[back] == 0) {
                    pairs++;
                    wins += risks[away] > risks[back] ? 1 : risks[away] == risks[back] ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? 0.5 : wins / pairs;
    }
}
