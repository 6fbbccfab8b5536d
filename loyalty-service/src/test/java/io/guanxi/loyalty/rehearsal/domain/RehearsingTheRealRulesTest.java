package io.guanxi.loyalty.rehearsal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is rehearsed by the rules as they were is what happened, entry by entry. */
@Execution(ExecutionMode.CONCURRENT)
class RehearsingTheRealRulesTest {

    private static final int SEEDS = 1_000;
    private static final int COMMANDS = 60;

    @Test
    void everyHistoryHappensAgainExactly() {
        Map<String, Integer> reached = new HashMap<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            RandomHistory history = RandomHistory.of(new SplittableRandom(seed), COMMANDS);
            history.reached().forEach(kind -> reached.merge(kind, 1, Integer::sum));
            happensAgain(seed, history, new Period(RandomHistory.BEGIN.minus(Duration.ofDays(400)), after(history)));
        }
        assertThat(reached.values())
                .as("how many histories met each kind of event: %s", reached)
                .hasSizeGreaterThan(40)
                .allSatisfy(histories -> assertThat(histories).isGreaterThan(5));
    }

    @Test
    void anyPartOfAHistoryHappensAgainExactly() {
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            RandomHistory history = RandomHistory.of(random, COMMANDS);
            Duration all = Duration.between(RandomHistory.BEGIN, after(history));
            Instant from = RandomHistory.BEGIN.plusSeconds(random.nextLong(all.toSeconds()));
            Instant until = from.plusSeconds(
                    1 + random.nextLong(Duration.between(from, after(history)).toSeconds() + 1));
            happensAgain(seed, history, new Period(from, until));
        }
    }

    private static Instant after(RandomHistory history) {
        return history.end().plusSeconds(1);
    }

    private static void happensAgain(long seed, RandomHistory history, Period period) {
        var rehearsal = new Rehearsal(RandomHistory.ACCOUNT, history.changes(), period);
        Course recorded = rehearsal.asItWas(history.book());
        Course rehearsed = rehearsal.by(RehearsedRules.real(history.book()));

        assertThat(compared(rehearsed)).as("seed %s, %s", seed, period).isEqualTo(compared(recorded));
        assertThat(SameEntries.in(recorded, rehearsed)).as("seed %s", seed).isTrue();
        assertThat(rehearsed.refused()).as("seed %s", seed).isEmpty();
        assertThat(rehearsed.after().purses())
                .as("seed %s", seed)
                .isEqualTo(recorded.after().purses());
        assertThat(rehearsed.after().lots())
                .as("seed %s", seed)
                .isEqualTo(recorded.after().lots());
        assertThat(rehearsed.after().tier())
                .as("seed %s", seed)
                .isEqualTo(recorded.after().tier());
    }

    private static List<LoyaltyEvent> compared(Course course) {
        return course.events().stream()
                .filter(event -> !(event instanceof LoyaltyEvent.DueSet))
                .toList();
    }
}
