package io.guanxi.analytics.value.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.Quintiles.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CuttingQuintilesTest {

    private static final int SEEDS_A_TEST = 500;

    static LongStream firstSeeds() {
        return LongStream.range(0, 10).map(block -> block * SEEDS_A_TEST);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void scores_are_those_of_a_sorted_row_where_ties_take_the_worst_place(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
            List<Long> row = new ArrayList<>();
            int spread = 1 + random.nextInt(60);
            for (int customer = 1 + random.nextInt(120); customer > 0; customer--) {
                row.add((long) random.nextInt(spread));
            }
            row.sort(null);
            List<Long> cuts = cuts(row, seed % 2 == 0);
            assertThat(cuts).as("seed %d: cut points ascend", seed).isSorted();
            for (long value : row) {
                long score = 1 + cuts.stream().filter(cut -> value > cut).count();
                assertThat(score)
                        .as("seed %d: score of %d in %s", seed, value, row)
                        .isEqualTo(1 + 5L * row.indexOf(value) / row.size());
            }
        }
    }

    @Test
    void a_row_without_ties_is_cut_into_five_equal_groups() {
        List<Long> row = LongStream.rangeClosed(1, 20).boxed().toList();
        assertThat(cuts(row, false)).containsExactly(4L, 8L, 12L, 16L);
    }

    @Test
    void one_customer_alone_is_not_better_than_anybody() {
        assertThat(cuts(List.of(7L), false)).containsExactly(7L, 7L, 7L, 7L);
    }

    @Test
    void when_all_are_equal_all_have_the_worst_score() {
        assertThat(cuts(List.of(3L, 3L, 3L, 3L, 3L, 3L), false)).containsOnly(3L);
    }

    /** @param zerosAreTheRest whether zeros are left out of the counted values, as amounts of zero are */
    private static List<Long> cuts(List<Long> row, boolean zerosAreTheRest) {
        TreeMap<Long, Long> counts = new TreeMap<>();
        row.forEach(value -> counts.merge(value, 1L, Long::sum));
        if (zerosAreTheRest) {
            counts.remove(0L);
        }
        return Quintiles.cutPoints(
                row.size(),
                counts.descendingMap().entrySet().stream()
                        .map((Map.Entry<Long, Long> entry) -> new Counted<>(entry.getKey(), entry.getValue()))
                        .iterator(),
                () -> 0L);
    }
}
