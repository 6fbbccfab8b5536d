package io.guanxi.loyalty.rehearsal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventing.publish.EventingJson;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The sums of a rehearsal are the same however its accounts are divided into batches. */
class AddingUpAccountsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Period PERIOD =
            new Period(RandomHistory.BEGIN.plus(Duration.ofDays(30)), RandomHistory.BEGIN.plus(Duration.ofDays(500)));

    private final List<Comparison> accounts = accounts(120);

    private static List<Comparison> accounts(int count) {
        var accounts = new ArrayList<Comparison>();
        var random = new SplittableRandom(7);
        ProgrammeRules draft = new RandomRules(random).rules();
        for (int i = 0; i < count; i++) {
            RandomHistory history = RandomHistory.of(random.split(), 30);
            RuleBook real = history.book();
            var rehearsal = new Rehearsal("t/" + i, history.changes(), PERIOD);
            Course now = rehearsal.asItWas(real);
            Course then = rehearsal.by(RehearsedRules.trying(draft, real, PERIOD.from()));
            List<Instant> months = PERIOD.monthEnds(ZONE);
            accounts.add(Comparison.of(
                    "t/" + i,
                    AccountOutcome.of(now, months),
                    AccountOutcome.of(then, months),
                    TierLadders.of(real.versions().getFirst().rules(), draft),
                    SameEntries.in(now, then)));
        }
        return accounts;
    }

    @Test
    void batchesOfAnySizeInAnyOrderAddUpToTheSame() {
        RehearsalSums atOnce = RehearsalSums.EMPTY.plus(accounts);
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            var shuffled = new ArrayList<>(accounts);
            Collections.shuffle(shuffled, random);
            RehearsalSums sums = RehearsalSums.EMPTY;
            while (!shuffled.isEmpty()) {
                List<Comparison> batch = shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(20)));
                sums = sums.plus(List.copyOf(batch));
                batch.clear();
            }
            assertThat(sums).as("seed %s", seed).isEqualTo(atOnce);
        }
    }

    /** A job's document takes half a million characters. */
    @Test
    void theSumsOfTheLargestProgrammeAreSmallEnoughForAJob() {
        long points = 123_456_789_012L;
        var figures = new PointFigures(points, points, points, points, points, points, points, points, points, points);
        Map<String, NowAndThen> purses = new TreeMap<>();
        Map<String, List<Long>> owed = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            purses.put("points-of-a-long-name-" + i, new NowAndThen(figures, figures));
            owed.put("points-of-a-long-name-" + i, Collections.nCopies(Period.MOST_MONTHS, points));
        }
        Map<String, RehearsalSums.Group> groups = new TreeMap<>();
        Map<String, Map<String, Long>> tiers = new TreeMap<>();
        for (int i = 0; i < 41; i++) {
            groups.put("grade-" + i, new RehearsalSums.Group(points, purses));
        }
        for (int now = 0; now < 21; now++) {
            for (int then = 0; then < 21; then++) {
                tiers.computeIfAbsent("tier-" + now, tier -> new TreeMap<>()).put("tier-" + then, points);
            }
        }
        var sums = new RehearsalSums(
                points, points, points, Map.of(), points, points, purses, owed, owed, tiers, groups, groups, Map.of());
        String stored = EventingJson.mapper().writeValueAsString(sums);
        assertThat(stored.length()).isBetween(64 * 1024, 500 * 1024);
    }

    @Test
    void everyAccountIsInEachSumOnce() {
        RehearsalSums sums = RehearsalSums.EMPTY.plus(accounts);
        long open = accounts.stream()
                .filter(account -> account.now().opened() || account.then().opened())
                .count();

        assertThat(sums.accounts()).isEqualTo(open);
        assertThat(sums.verdicts().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(open);
        assertThat(sums.tiers().values().stream()
                        .flatMap(counts -> counts.values().stream())
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(open);
        assertThat(sums.grades().values().stream()
                        .mapToLong(RehearsalSums.Group::accounts)
                        .sum())
                .isEqualTo(open);
        assertThat(sums.tiersNow().values().stream()
                        .map(group -> group.purses().getOrDefault("points", NowAndThen.NONE))
                        .mapToLong(points -> points.then().committed())
                        .sum())
                .isEqualTo(sums.purses().get("points").then().committed());
    }

    @Test
    void whatIsOwedInTheLastMonthIsWhatIsLeft() {
        PointFigures then =
                RehearsalSums.EMPTY.plus(accounts).purses().get("points").then();
        List<Long> owed = RehearsalSums.EMPTY.plus(accounts).owedThen().get("points");

        assertThat(owed).hasSize(PERIOD.monthEnds(ZONE).size());
        assertThat(owed.getLast()).isEqualTo(then.pending() + then.available() + then.held());
    }
}
