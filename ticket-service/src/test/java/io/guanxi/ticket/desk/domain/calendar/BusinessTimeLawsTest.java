package io.guanxi.ticket.desk.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every calendar, instant and duration; each seed stands for two thousand of them. */
class BusinessTimeLawsTest {

    private static final int CASES = 2_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_120, 42})
    void timeThatIsAddedIsTheTimeBetween(long seed) {
        forRandomCalendars(seed, (calendar, start, random) -> {
            Duration added =
                    Duration.ofNanos(random.nextLong(Duration.ofHours(60).toNanos()));

            Instant end = calendar.addBusinessTime(start, added);

            assertThat(calendar.businessTimeBetween(start, end)).isEqualTo(added);
            assertThat(calendar.businessTimeBetween(start, end.minusNanos(1)))
                    .as("no earlier instant would do")
                    .isLessThanOrEqualTo(added.isZero() ? Duration.ZERO : added.minusNanos(1));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 20_261_121, 43})
    void laterStartsAndLongerTimesAreNeverDueEarlier(long seed) {
        forRandomCalendars(seed, (calendar, start, random) -> {
            Duration added = Duration.ofMinutes(random.nextInt(3_000));
            Instant due = calendar.addBusinessTime(start, added);

            assertThat(calendar.addBusinessTime(start.plusSeconds(random.nextInt(100_000)), added))
                    .isAfterOrEqualTo(due);
            assertThat(calendar.addBusinessTime(start, added.plusSeconds(1 + random.nextInt(100_000))))
                    .isAfter(due);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 20_261_122, 44})
    void theTimeOfTwoSpansIsTheSumOfTheirTimes(long seed) {
        forRandomCalendars(seed, (calendar, start, random) -> {
            Instant middle = start.plusSeconds(random.nextInt(2_000_000));
            Instant end = middle.plusSeconds(random.nextInt(2_000_000));

            assertThat(calendar.businessTimeBetween(start, middle).plus(calendar.businessTimeBetween(middle, end)))
                    .isEqualTo(calendar.businessTimeBetween(start, end));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 20_261_123, 45})
    void aWalkMinuteByMinuteWithAWatchInHandAgrees(long seed) {
        forRandomCalendars(seed, (calendar, start, random) -> {
            Instant end = start.plus(Duration.ofMinutes(random.nextInt(5_000)));

            assertThat(calendar.businessTimeBetween(start, end)).isEqualTo(walk(calendar, start, end));
        });
    }

    private static Duration walk(BusinessCalendar calendar, Instant start, Instant end) {
        int minutes = 0;
        for (Instant minute = start; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            LocalDateTime watch = LocalDateTime.ofInstant(minute, calendar.zone());
            boolean open = calendar.hoursOn(watch.toLocalDate()).stream().anyMatch(h -> shows(watch.toLocalTime(), h));
            minutes += open ? 1 : 0;
        }
        return Duration.ofMinutes(minutes);
    }

    private static boolean shows(LocalTime watch, OpenHours hours) {
        return !watch.isBefore(hours.from()) && (hours.to().equals(LocalTime.MIDNIGHT) || watch.isBefore(hours.to()));
    }

    private static void forRandomCalendars(long seed, Law law) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            Instant start = RandomCalendars.minute(random);
            BusinessCalendar calendar =
                    RandomCalendars.withSpecialDays(RandomCalendars.calendar(random), start, random);
            try {
                law.holds(calendar, start, random);
            } catch (AssertionError broken) {
                throw new AssertionError("seed " + seed + ", case " + i + ": " + calendar + " from " + start, broken);
            }
        }
    }

    private interface Law {
        void holds(BusinessCalendar calendar, Instant start, RandomGenerator random);
    }
}
