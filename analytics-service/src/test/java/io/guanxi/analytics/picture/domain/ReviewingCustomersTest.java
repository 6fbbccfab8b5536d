package io.guanxi.analytics.picture.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.picture.domain.PlainReviews.Found;
import io.guanxi.analytics.picture.domain.RandomLife.News;
import io.guanxi.analytics.picture.domain.RandomLife.Orders;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewingCustomersTest {

    private static final int SEEDS_A_TEST = 40;
    private static final int DAYS = 1600;

    static LongStream firstSeeds() {
        return LongStream.range(0, 5).map(block -> block * SEEDS_A_TEST);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void finds_what_a_plain_recomputation_of_each_day_finds(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife life = new RandomLife(seed);
            CustomerHistory history = RandomLife.history(life.news());
            RecordedVersions versions = versions(life, seed, 8);
            LocalDate to = RandomLife.BEGINNING.plusDays(life.next(DAYS));
            assertThat(Found.of(Standing.of(history, to, versions)))
                    .as("seed %d", seed)
                    .isEqualTo(new PlainReviews(history, versions).upTo(to));
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void goes_on_from_any_day_as_if_it_had_begun_anew(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife life = new RandomLife(seed);
            CustomerHistory history = RandomLife.history(life.news());
            RandomVersions made = new RandomVersions(seed);
            RecordedVersions versions = made.none();
            Standing standing = Standing.NONE;
            LocalDate day = RandomLife.BEGINNING;
            while (day.isBefore(RandomLife.BEGINNING.plusDays(DAYS))) {
                day = life.dayAfter(day, 200);
                standing = standing.advanced(history, day, versions);
                assertThat(standing).as("seed %d on %s", seed, day).isEqualTo(Standing.of(history, day, versions));
                if (life.next(2) == 0) {
                    // Takes force on a day that is reviewed already, as versions do that are recorded in its course.
                    versions = made.more(versions, day.minusDays(life.next(3)));
                    standing = standing.before(day.minusDays(3));
                }
            }
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void takes_news_of_any_day_in_as_if_it_had_known_them_before(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife life = new RandomLife(seed);
            RecordedVersions versions = versions(life, seed, 6);
            Orders orders = Orders.NONE;
            Standing standing = Standing.NONE;
            LocalDate today = RandomLife.BEGINNING;
            for (News news : life.arrival(life.news())) {
                Orders after = news.change().apply(orders);
                LocalDate changed = Standing.firstDifference(orders.history(), after.history());
                orders = after;
                today = today.isBefore(news.day()) ? news.day() : today;
                standing = standing.before(changed).advanced(orders.history(), today, versions);
                assertThat(standing)
                        .as("seed %d on %s", seed, today)
                        .isEqualTo(Standing.of(orders.history(), today, versions));
            }
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void shows_for_a_day_long_past_what_it_showed_on_that_day(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife life = new RandomLife(seed);
            List<News> news = life.news();
            RecordedVersions versions = versions(life, seed, 8);
            LocalDate then = RandomLife.BEGINNING.plusDays(life.next(DAYS));
            LocalDate later = life.dayAfter(then, 600);
            CustomerHistory known = RandomLife.history(
                    news.stream().filter(one -> !one.day().isAfter(then)).toList());
            CustomerHistory all = RandomLife.history(news);
            InForce inForce = versions.on(then);
            CustomerPicture live = CustomerPicture.of(known, Standing.of(known, then, versions), then, inForce);
            CustomerPicture past = CustomerPicture.of(all, Standing.of(all, later, versions), then, inForce);
            assertThat(past).as("seed %d on %s", seed, then).isEqualTo(live);
            assertThat(inForce.segments().stream()
                            .filter(one -> one.matches(past))
                            .toList())
                    .as("seed %d on %s", seed, then)
                    .isEqualTo(inForce.segments().stream()
                            .filter(one -> one.matches(live))
                            .toList());
        }
    }

    private static RecordedVersions versions(RandomLife life, long seed, int most) {
        RandomVersions made = new RandomVersions(seed);
        RecordedVersions versions = made.none();
        LocalDate day = RandomLife.BEGINNING;
        for (int i = life.next(most); i > 0; i--) {
            day = life.dayAfter(day, 250);
            versions = made.more(versions, day);
        }
        return versions;
    }
}
