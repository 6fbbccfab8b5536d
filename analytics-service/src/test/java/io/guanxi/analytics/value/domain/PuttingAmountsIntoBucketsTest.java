package io.guanxi.analytics.value.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.Quintiles.Counted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PuttingAmountsIntoBucketsTest {

    private static final BigDecimal ERROR = new BigDecimal("1.001");

    @Test
    void a_bucket_stands_for_amounts_that_differ_by_less_than_a_tenth_of_a_percent() {
        for (long seed = 0; seed < 20_000; seed++) {
            BigDecimal amount = amount(RandomGeneratorFactory.getDefault().create(seed), 14);
            BigDecimal greatest = AmountBuckets.greatest(AmountBuckets.bucket(amount));
            assertThat(greatest).as("seed %d", seed).isBetween(amount, amount.multiply(ERROR));
            assertThat(AmountBuckets.bucket(greatest)).as("seed %d", seed).isEqualTo(AmountBuckets.bucket(amount));
            BigDecimal next = greatest.add(new BigDecimal("0.0001"));
            assertThat(AmountBuckets.bucket(next)).as("seed %d", seed).isGreaterThan(AmountBuckets.bucket(amount));
        }
    }

    @Test
    void small_amounts_and_nothing_are_exact_and_unheard_of_ones_are_the_most() {
        for (int units = 0; units < 2048; units++) {
            BigDecimal amount = BigDecimal.valueOf(units, Amounts.DECIMALS);
            assertThat(AmountBuckets.greatest(AmountBuckets.bucket(amount))).isEqualTo(amount);
        }
        assertThat(AmountBuckets.bucket(new BigDecimal("99999999999999999999.9999")))
                .isEqualTo(AmountBuckets.bucket(new BigDecimal("999999999999999.9999")));
    }

    @Test
    void between_a_cent_and_a_million_there_are_some_ten_thousands_of_buckets_at_most() {
        long buckets = 0;
        BigDecimal amount = new BigDecimal("0.01");
        while (amount.compareTo(new BigDecimal(1_000_000)) <= 0) {
            buckets++;
            amount = AmountBuckets.greatest(AmountBuckets.bucket(amount)).add(new BigDecimal("0.0001"));
        }
        assertThat(buckets).isBetween(20_000L, 30_000L);
    }

    @Test
    void cut_points_by_buckets_are_not_below_the_exact_ones_and_almost_equal_to_them() {
        for (long seed = 0; seed < 500; seed++) {
            RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
            TreeMap<BigDecimal, Long> exact = new TreeMap<>();
            TreeMap<Long, Long> buckets = new TreeMap<>();
            int customers = 1 + random.nextInt(300);
            for (int customer = 0; customer < customers; customer++) {
                BigDecimal amount = amount(random, 6);
                exact.merge(amount, 1L, Long::sum);
                buckets.merge(AmountBuckets.bucket(amount), 1L, Long::sum);
            }
            List<BigDecimal> cuts = cuts(customers, exact);
            List<BigDecimal> almost = cuts(customers, greatest(buckets));
            for (int cut = 0; cut < Quintiles.CUT_POINTS; cut++) {
                assertThat(almost.get(cut))
                        .as("seed %d", seed)
                        .isBetween(cuts.get(cut), cuts.get(cut).multiply(ERROR));
            }
        }
    }

    private static TreeMap<BigDecimal, Long> greatest(Map<Long, Long> buckets) {
        TreeMap<BigDecimal, Long> amounts = new TreeMap<>();
        buckets.forEach((bucket, count) -> amounts.put(AmountBuckets.greatest(bucket), count));
        return amounts;
    }

    private static List<BigDecimal> cuts(int population, TreeMap<BigDecimal, Long> counts) {
        List<Counted<BigDecimal>> bestFirst = new ArrayList<>();
        counts.descendingMap().forEach((amount, count) -> bestFirst.add(new Counted<>(amount, count)));
        return Quintiles.cutPoints(population, bestFirst.iterator(), () -> Amounts.ZERO);
    }

    private static BigDecimal amount(RandomGenerator random, int digits) {
        long least = (long) Math.pow(10, random.nextInt(digits + 4));
        return BigDecimal.valueOf(least + random.nextLong(9 * least), Amounts.DECIMALS);
    }
}
