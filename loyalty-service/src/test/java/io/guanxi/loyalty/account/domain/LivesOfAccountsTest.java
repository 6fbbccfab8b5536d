package io.guanxi.loyalty.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.kernel.Decision.Accepted;
import io.guanxi.kernel.Decision.Refused;
import io.guanxi.loyalty.LoyaltyEventNames;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.OrderNews;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thousands of seeds of years with orders, baskets, expiries, tiers and long silences; a failure names its seed. */
@Execution(ExecutionMode.CONCURRENT)
class LivesOfAccountsTest {

    private static final int SEEDS_PER_BLOCK = 250;
    private static final EventCatalogue CATALOGUE = LoyaltyEventNames.catalogue();

    static LongStream blocks() {
        return LongStream.range(0, 8).map(block -> block * SEEDS_PER_BLOCK);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void pointsComeFromSomewhereAndGoSomewhere(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK; seed++) {
            long number = seed;
            var life = RandomLife.from(new SplittableRandom(seed));
            var ledger = lived(life);
            var sums = new HashMap<String, Long>();
            var ids = new HashSet<String>();
            for (LedgerEntry entry : ledger.events(LedgerEntry.class)) {
                long sum = sums.merge(entry.purse(), entry.change(), Long::sum);
                assertThat(sum).as("sum of entries, seed %d", seed).isNotNegative();
                assertThat(entry.balance())
                        .as(() -> "stated balance, seed %d, %s".formatted(number, entry))
                        .isEqualTo(sum);
                assertThat(ids.add(entry.entryId()))
                        .as(() -> "one entry for an effect, seed %d, %s".formatted(number, entry))
                        .isTrue();
            }
            ledger.account().purses().forEach((code, purse) -> assertConserved(ledger.account(), code, purse));
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void theLogIsTheAccount(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK; seed++) {
            long number = seed;
            var ledger = lived(RandomLife.from(new SplittableRandom(seed)));
            LoyaltyAccount refolded = LoyaltyAccount.unopened();
            Instant time = Instant.EPOCH;
            for (LoyaltyEvent event : ledger.events()) {
                refolded = LoyaltyAccount.evolve(refolded, event);
                assertThat(event.at())
                        .as(() -> "account time, seed %d, %s".formatted(number, event))
                        .isAfterOrEqualTo(time);
                time = event.at();
            }
            assertThat(refolded).as("fold, seed %d", seed).isEqualTo(ledger.account());
            assertThat(refolded.clock()).as("clock, seed %d", seed).isEqualTo(time);
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void aSnapshotIsTheAccount(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK / 10; seed++) {
            LoyaltyAccount account =
                    lived(RandomLife.from(new SplittableRandom(seed))).account();
            String snapshot = CATALOGUE.mapper().writeValueAsString(account);
            LoyaltyAccount read = CATALOGUE.mapper().readValue(snapshot, LoyaltyAccount.class);

            assertThat(read).as("snapshot, seed %d", seed).isEqualTo(account);
            assertThat(Due.next(read)).as("due, seed %d", seed).isEqualTo(Due.next(account));
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void aHundredRedeliveriesChangeNothing(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK / 25; seed++) {
            var life = RandomLife.from(new SplittableRandom(seed));
            var ledger = lived(life);
            List<OrderNews> news = told(ledger, life);
            int before = ledger.events().size();
            for (int i = 0; i < 100; i++) {
                news.forEach(ledger::take);
            }
            assertThat(ledger.events()).as("events, seed %d", seed).hasSize(before);
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void aCommandThatIsTriedAgainAfterACrashHasOneEffect(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK / 5; seed++) {
            var life = RandomLife.from(new SplittableRandom(seed));
            var once = lived(life);
            var retried = LedgerFixture.newAccount().under(life.rules());
            for (LoyaltyCommand command : life.commands()) {
                LoyaltyDecider.decide(retried.account(), command, life.rules());
                retried.take(command);
                if (retried.take(command) instanceof Accepted<LoyaltyEvent, LoyaltyRejection> again
                        && !again.events().isEmpty()) {
                    throw new AssertionError("a second effect, seed %d, %s: %s".formatted(seed, command, again));
                }
            }
            assertThat(retried.events()).as("seed %d", seed).isEqualTo(once.events());
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void lookingOftenIsLookingOnce(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK; seed++) {
            var random = new SplittableRandom(seed);
            var life = RandomLife.from(random);
            var often = lived(life);
            var once = lived(life);
            Instant end = life.commands().getLast().stamp().known().plus(Duration.ofDays(random.nextInt(1, 1500)));
            Instant now = life.commands().getLast().stamp().known();
            while (now.isBefore(end)) {
                often.looked(now);
                assertNothingIsDue(often, now, seed);
                now = now.plusSeconds(random.nextLong(1, 9_000_000));
            }
            often.looked(end);
            once.looked(end);
            assertNothingIsDue(once, end, seed);
            assertThat(withoutDues(often)).as("seed %d", seed).isEqualTo(withoutDues(once));
        }
    }

    private static void assertNothingIsDue(LedgerFixture ledger, Instant now, long seed) {
        Instant due = Due.next(ledger.account());
        assertThat(due == null || due.isAfter(now))
                .as("due %s at %s, seed %d", due, now, seed)
                .isTrue();
        assertThat(Objects.equals(ledger.account().due(), due))
                .as("due is stated, seed %d", seed)
                .isTrue();
    }

    private static LedgerFixture lived(RandomLife life) {
        var ledger = LedgerFixture.newAccount().under(life.rules());
        life.commands().forEach(ledger::take);
        return ledger;
    }

    private static List<LoyaltyEvent> withoutDues(LedgerFixture ledger) {
        return ledger.events().stream()
                .filter(event -> !(event instanceof LoyaltyEvent.DueSet))
                .toList();
    }

    /** What a shop told and the account took; what was too early or contradicts is parked and not told again. */
    private static List<OrderNews> told(LedgerFixture ledger, RandomLife life) {
        var news = new ArrayList<OrderNews>();
        for (LoyaltyCommand command : life.commands()) {
            if (command instanceof OrderNews told
                    && !(LoyaltyDecider.decide(ledger.account(), told, life.rules())
                            instanceof Refused<LoyaltyEvent, LoyaltyRejection>)) {
                news.add(told);
                ledger.take(told);
            }
        }
        return news;
    }

    private static void assertConserved(LoyaltyAccount account, String code, PurseStanding purse) {
        assertThat(purse.available() + purse.pending() + purse.held()).isEqualTo(purse.given() - purse.used());
        assertThat(Stream.of(purse.available(), purse.pending(), purse.held(), purse.debt()))
                .allMatch(points -> points >= 0);
        assertThat(inLots(account, code, Bucket.AVAILABLE)).isEqualTo(purse.available());
        assertThat(inLots(account, code, Bucket.PENDING)).isEqualTo(purse.pending());
        assertThat(inLots(account, code, Bucket.HELD)).isEqualTo(purse.held());
    }

    private static long inLots(LoyaltyAccount account, String purse, Bucket bucket) {
        return account.lots().open().values().stream()
                .filter(lot -> lot.lot().purse().equals(purse))
                .mapToLong((LotStanding lot) -> lot.in(bucket))
                .sum();
    }
}
