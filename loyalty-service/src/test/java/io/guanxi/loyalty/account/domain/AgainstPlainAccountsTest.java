package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of some years, compared after each thing that happens; a failure names its seed. */
@Execution(ExecutionMode.CONCURRENT)
class AgainstPlainAccountsTest {

    private static final int SEEDS_PER_BLOCK = 50;
    private static final Instant BEGIN = Instant.parse("2027-12-30T16:00:00Z");
    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "America/New_York");

    static LongStream blocks() {
        return LongStream.range(0, 8).map(block -> block * SEEDS_PER_BLOCK);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void pointsAndTiersAreThoseOfTheAccountThatLivesHourByHour(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK; seed++) {
            new History(seed).compare();
        }
    }

    /** One seed. */
    private static final class History {

        private final long seed;
        private final RandomGenerator random;
        private final LedgerFixture ledger;
        private final PlainAccount plain;
        private final List<String> orders = new ArrayList<>();
        private Instant now = BEGIN;

        History(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            RulesFixture rules = programme(random);
            ledger = newAccount().under(rules);
            plain = new PlainAccount(rules.build(), BEGIN);
        }

        void compare() {
            for (int i = 0; i < 40; i++) {
                int hours = random.nextInt(10) == 0 ? random.nextInt(1, 4_000) : random.nextInt(1, 300);
                now = now.plus(Duration.ofHours(hours));
                plain.live(now);
                ledger.at(now);
                happen(i);
                assertSame("after step " + i);
            }
            now = now.plus(Duration.ofDays(random.nextInt(800)));
            plain.live(now);
            ledger.looked(now);
            assertSame("in the end");
        }

        private void happen(int number) {
            String order = orders.isEmpty() ? null : orders.get(random.nextInt(orders.size()));
            int kind = order == null ? 0 : random.nextInt(10);
            switch (kind) {
                case 0, 1, 2, 3 -> {
                    BigDecimal amount = cents(30_000);
                    orders.add("A-" + number);
                    ledger.paid("A-" + number, amount.toPlainString());
                    plain.paid("A-" + number, amount);
                }
                case 4, 5 -> {
                    ledger.delivered(order);
                    plain.delivered(order);
                }
                case 6 -> {
                    BigDecimal refund = cents(20_000);
                    ledger.returned(order, "R-" + number, refund.toPlainString());
                    plain.returned(order, refund);
                }
                case 7 -> {
                    ledger.cancelled(order);
                    plain.cancelled(order);
                }
                case 8 -> {
                    long points = random.nextInt(1, 200);
                    ledger.spent("H-" + number, points);
                    plain.spent(points);
                }
                default -> ledger.looked(now);
            }
        }

        private void assertSame(String when) {
            ledger.looked(now);
            String as = "seed %d, %s, %s".formatted(seed, when, now);
            assertThat(ledger.balance()).as("available, %s", as).isEqualTo(plain.available());
            assertThat(ledger.points().pending()).as("pending, %s", as).isEqualTo(plain.pending());
            assertThat(ledger.points().debt()).as("debt, %s", as).isEqualTo(plain.debt());
            assertThat(ledger.tier()).as("tier, %s", as).isEqualTo(plain.tier());
        }

        private BigDecimal cents(int below) {
            return BigDecimal.valueOf(random.nextInt(below), 2);
        }

        private static RulesFixture programme(RandomGenerator random) {
            var rules = RulesFixture.rules()
                    .in(ZONES.get(random.nextInt(ZONES.size())))
                    .whenGone(Shortfall.values()[random.nextInt(3)])
                    .expiring(
                            switch (random.nextInt(4)) {
                                case 0 -> ExpiryRule.NEVER;
                                case 1 -> ExpiryRule.rolling(random.nextInt(1, 14));
                                case 2 -> ExpiryRule.inactivity(random.nextInt(1, 6));
                                default -> ExpiryRule.fixed(MonthDay.of(random.nextInt(1, 13), 29), random.nextInt(2));
                            });
            switch (random.nextInt(3)) {
                case 0 -> rules.pendingUntilDelivered(random.nextInt(20), random.nextBoolean() ? null : 40);
                case 1 -> rules.pendingAfterPayment(random.nextInt(30));
                default -> {}
            }
            return rules.tiers(tiers(random));
        }

        private static TiersFixture tiers(RandomGenerator random) {
            String[] tiers = {"silver", "200", "gold", "500", "platinum", "900"};
            var rules = switch (random.nextInt(3)) {
                case 0 -> TiersFixture.spend(tiers);
                case 1 -> TiersFixture.points(tiers);
                default -> TiersFixture.orders("silver", "2", "gold", "4", "platinum", "7");
            };
            if (random.nextBoolean()) {
                rules.rolling(random.nextInt(1, 13));
            } else {
                int[] cycles = {1, 2, 3, 4, 6, 12};
                // The last day of January moves with the months; one of February would move the cycles of a leap year.
                rules.cycles(cycles[random.nextInt(cycles.length)], 1, random.nextInt(1, 32));
            }
            if (random.nextInt(3) == 0) {
                rules.risingAtReview();
            }
            if (random.nextBoolean()) {
                rules.fallingByOne();
            }
            return rules.grace(random.nextInt(3) == 0 ? random.nextInt(1, 25) : 0);
        }
    }
}
