package io.guanxi.analytics.picture.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.history.domain.CustomerHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookingAheadTest {

    private static final int SEEDS_A_TEST = 30;

    static LongStream firstSeeds() {
        return LongStream.range(0, 4).map(block -> 5_000 + block * SEEDS_A_TEST);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void what_is_announced_is_what_is_found_if_nothing_more_is_heard(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife life = new RandomLife(seed);
            RecordedVersions versions = versions(seed);
            LocalDate day = RandomLife.BEGINNING.plusDays(life.next(1_500));
            CustomerHistory history = RandomLife.history(life.news().stream()
                    .filter(news -> !news.day().isAfter(day))
                    .toList());
            Standing standing = Standing.of(history, day, versions);
            Outlook outlook = new Outlook(history, standing, day, versions.on(day));
            LocalDate later = day.plusDays(1 + life.next(Outlook.DAYS));
            assertThat(outlook.withoutOrders().asOf(later))
                    .as("seed %d from %s to %s", seed, day, later)
                    .isEqualTo(Standing.of(history, later, versions));
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void the_smallest_order_reaches_what_is_wanted_and_a_smaller_one_does_not(long first) {
        int found = 0;
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife life = new RandomLife(seed);
            CustomerHistory history = RandomLife.history(life.news());
            RecordedVersions versions = versions(seed);
            LocalDate day = RandomLife.BEGINNING.plusDays(life.next(900));
            Outlook outlook = new Outlook(history, Standing.of(history, day, versions), day, versions.on(day));
            Optional<BigDecimal> smallest = outlook.smallestOrder(
                    after -> after.grade() != null && after.grade().highValue());
            if (smallest.isPresent()) {
                found++;
                BigDecimal less = smallest.get().subtract(new BigDecimal("0.01"));
                assertThat(outlook.afterOrder(smallest.get())
                                .orElseThrow()
                                .grade()
                                .highValue())
                        .as("seed %d", seed)
                        .isTrue();
                if (less.signum() > 0) {
                    assertThat(outlook.afterOrder(less).orElseThrow().grade().highValue())
                            .as("seed %d", seed)
                            .isFalse();
                }
            }
        }
        assertThat(found).isGreaterThan(SEEDS_A_TEST / 4);
    }

    private static RecordedVersions versions(long seed) {
        RandomVersions made = new RandomVersions(seed);
        RecordedVersions versions = made.none();
        for (int i = 0; i < 8; i++) {
            versions = made.more(versions, RandomLife.BEGINNING);
        }
        return versions;
    }
}
