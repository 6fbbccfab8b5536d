package io.guanxi.analytics.picture.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.picture.domain.RandomLife.News;
import io.guanxi.analytics.picture.domain.RandomLife.Orders;
import io.guanxi.analytics.picture.domain.StandingChange.GradeChanged;
import io.guanxi.analytics.picture.domain.StandingChange.LapseBegan;
import io.guanxi.analytics.picture.domain.StandingChange.LapseEnded;
import io.guanxi.analytics.picture.domain.StandingChange.SegmentEntered;
import io.guanxi.analytics.picture.domain.StandingChange.SegmentLeft;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TellingChangesTest {

    private static final int SEEDS_A_TEST = 60;
    private static final int DAYS = 1400;

    static LongStream firstSeeds() {
        return LongStream.range(0, 4).map(block -> 1_000 + block * SEEDS_A_TEST);
    }

    /** Somebody who knows nothing but what was told. */
    private static final class Listener {

        private @Nullable Grade grade;
        private boolean lapsed;
        private final TreeSet<String> segments = new TreeSet<>();

        void hear(StandingChange change) {
            switch (change) {
                case GradeChanged changed -> {
                    assertThat(changed.change().from()).isEqualTo(grade);
                    grade = changed.change().to();
                }
                case LapseBegan began -> lapsed = true;
                case LapseEnded ended -> lapsed = false;
                case SegmentEntered entered -> segments.add(entered.membership().segment());
                case SegmentLeft left -> segments.remove(left.membership().segment());
            }
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void whoever_is_told_all_changes_in_time_knows_how_the_customer_stands(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife life = new RandomLife(seed);
            RandomVersions made = new RandomVersions(seed);
            RecordedVersions versions = made.none();
            Orders orders = Orders.NONE;
            Standing standing = Standing.NONE;
            Listener listener = new Listener();
            for (News news : life.news()) {
                orders = news.change().apply(orders);
                if (life.next(4) == 0) {
                    versions = made.more(versions, news.day());
                }
                Standing before = standing;
                standing = standing.before(news.day()).advanced(orders.history(), news.day(), versions);
                standing.changesSince(before).forEach(listener::hear);
                assertStands(listener, standing, seed);
            }
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void after_late_news_too_the_listener_knows_how_the_customer_stands(long first) {
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife life = new RandomLife(seed);
            RandomVersions made = new RandomVersions(seed);
            RecordedVersions versions = made.more(made.more(made.none(), RandomLife.BEGINNING), RandomLife.BEGINNING);
            LocalDate to = RandomLife.BEGINNING.plusDays(DAYS);
            Orders orders = Orders.NONE;
            Standing standing = Standing.NONE;
            String told = "";
            for (News news : life.arrival(life.news())) {
                orders = news.change().apply(orders);
                Standing before = standing;
                standing = Standing.of(orders.history(), to, versions);
                Listener listener = knowing(before);
                standing.changesSince(before).forEach(change -> hearLate(listener, change));
                told += standing.changesSince(before);
                assertThat(listener.lapsed).as("seed %d, %s", seed, told).isEqualTo(standing.lapse() != null);
                assertThat(listener.segments).as("seed %d, %s", seed, told).isEqualTo(standing.segments());
                if (standing.grade() != null) {
                    assertThat(listener.grade).as("seed %d, %s", seed, told).isEqualTo(standing.grade());
                }
            }
        }
    }

    private static Listener knowing(Standing standing) {
        Listener listener = new Listener();
        listener.grade = standing.grade();
        listener.lapsed = standing.lapse() != null;
        listener.segments.addAll(standing.segments());
        return listener;
    }

    /** The grade that it was before may turn out to be another one than was told. */
    private static void hearLate(Listener listener, StandingChange change) {
        if (change instanceof GradeChanged changed) {
            listener.grade = changed.change().from();
        }
        listener.hear(change);
    }

    private static void assertStands(Listener listener, Standing standing, long seed) {
        if (standing.grade() == null) {
            // The only grade was given on this day, and what it was given for was taken back: no change can say so.
            listener.grade = null;
        }
        assertThat(listener.grade).as("seed %d", seed).isEqualTo(standing.grade());
        assertThat(listener.lapsed).as("seed %d", seed).isEqualTo(standing.lapse() != null);
        assertThat(listener.segments).as("seed %d", seed).isEqualTo(standing.segments());
    }

    @Test
    void nothing_is_told_of_the_same() {
        RandomLife life = new RandomLife(1);
        LocalDate to = RandomLife.BEGINNING.plusDays(DAYS);
        Standing standing = Standing.of(RandomLife.history(life.news()), to, RecordedVersions.in("CNY"));
        assertThat(standing.changesSince(standing)).isEmpty();
        assertThat(standing.changesSince(Standing.NONE)).isNotEmpty();
    }
}
