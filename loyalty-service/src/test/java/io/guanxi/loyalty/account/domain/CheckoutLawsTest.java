package io.guanxi.loyalty.account.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.account.domain.lots.LotStanding;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 4,000 seeds of random baskets, each of 60 steps; a failure names its seed. */
@Execution(ExecutionMode.CONCURRENT)
class CheckoutLawsTest {

    private static final int SEEDS_PER_BLOCK = 200;
    private static final int STEPS = 60;

    static LongStream blocks() {
        return LongStream.range(0, 20).map(block -> block * SEEDS_PER_BLOCK);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void anyMixKeepsEverySumAndNothingFallsBelowZero(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK; seed++) {
            var random = new SplittableRandom(seed);
            var till = Till.with(rules(random));
            for (int step = 0; step < STEPS; step++) {
                act(till, random);
                keepsItsSums(till.account(), seed);
            }
            assertThat(refold(till.events())).as("fold, seed %d", seed).isEqualTo(till.account());
            hasEachEntryOnce(till, seed);
        }
    }

    private static void act(Till till, SplittableRandom random) {
        String hold = "h" + random.nextInt(12);
        String order = "o" + random.nextInt(8);
        Decision<LoyaltyEvent, LoyaltyRejection> decision = switch (random.nextInt(14)) {
            case 0, 1 -> take(till.paid(order, random.nextInt(1, 300)));
            case 2 -> take(till.goodsReturned(order, "r" + random.nextInt(3), random.nextInt(1, 200)));
            case 3 -> take(till.cancelled(order));
            case 4, 5 -> till.hold(hold, order, random.nextInt(1, 120));
            case 6, 7 -> till.spend(hold);
            case 8 -> till.release(hold);
            case 9 ->
                till.giveBack(hold, "r" + random.nextInt(4), random.nextBoolean() ? null : random.nextLong(1, 80));
            case 10 -> till.holdFor(random.nextBoolean() ? "ten-off" : "mug", hold);
            case 11 -> voucher(till, order, random);
            case 12 -> take(till.later(Duration.ofMinutes(random.nextInt(1, 30))));
            default -> take(till.later(Duration.ofDays(random.nextInt(1, 60))).swept());
        };
        assertThat(decision).isNotNull();
    }

    /** What a step of the world does has no answer. */
    private static Decision<LoyaltyEvent, LoyaltyRejection> take(Till done) {
        return Decision.nothing();
    }

    private static Decision<LoyaltyEvent, LoyaltyRejection> voucher(Till till, String order, SplittableRandom random) {
        List<String> all = till.account().vouchers().keySet().stream().sorted().toList();
        if (all.isEmpty()) {
            return Decision.nothing();
        }
        String voucher = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(3)) {
            case 0 -> till.reserve(voucher, order);
            case 1 -> till.redeem(voucher, order);
            default -> till.letGo(voucher);
        };
    }

    private static void keepsItsSums(LoyaltyAccount account, long seed) {
        account.purses().forEach((code, purse) -> {
            assertThat(LongStream.of(purse.available(), purse.pending(), purse.held(), purse.debt()))
                    .as("buckets of %s, seed %d", code, seed)
                    .allMatch(points -> points >= 0);
            assertThat(purse.available() + purse.pending() + purse.held())
                    .as("sum of %s, seed %d", code, seed)
                    .isEqualTo(purse.given() - purse.used());
            assertThat(lots(account, code).mapToLong(LotStanding::available).sum())
                    .as("lots of %s, seed %d", code, seed)
                    .isEqualTo(purse.available());
            assertThat(lots(account, code).mapToLong(LotStanding::held).sum())
                    .as("held of %s, seed %d", code, seed)
                    .isEqualTo(purse.held());
        });
        long open = account.holds().values().stream()
                .filter(hold -> hold.status() == Hold.Status.OPEN)
                .mapToLong(Hold::points)
                .sum();
        assertThat(account.purse("points").held())
                .as("open holds, seed %d", seed)
                .isEqualTo(open);
        assertThat(account.holds().values())
                .as("returned, seed %d", seed)
                .allMatch(hold -> hold.returned() >= 0 && hold.left() >= 0);
    }

    private static Stream<LotStanding> lots(LoyaltyAccount account, String purse) {
        return account.lots().open().values().stream()
                .filter(lot -> lot.lot().purse().equals(purse));
    }

    private static void hasEachEntryOnce(Till till, long seed) {
        var ids = new HashSet<String>();
        for (LoyaltyEvent event : till.events()) {
            if (event instanceof LedgerEntry entry) {
                assertThat(ids.add(entry.entryId()))
                        .as("%s, seed %d", entry, seed)
                        .isTrue();
                if (entry.purse().equals("points") && !entry.moves().isEmpty()) {
                    assertThat(entry.balance()).as("%s, seed %d", entry, seed).isNotNegative();
                }
            }
        }
    }

    private static LoyaltyAccount refold(List<LoyaltyEvent> events) {
        LoyaltyAccount account = LoyaltyAccount.unopened();
        for (LoyaltyEvent event : events) {
            account = LoyaltyAccount.evolve(account, event);
        }
        return account;
    }

    private static ProgrammeRules rules(SplittableRandom random) {
        List<ExpiryRule> expiries = List.of(ExpiryRule.NEVER, ExpiryRule.rolling(2), ExpiryRule.inactivity(1));
        List<MaturityRule> waits = List.of(MaturityRule.AT_ONCE, new MaturityRule(MaturityRule.Start.PAID, 7, null));
        return Till.rules(
                expiries.get(random.nextInt(expiries.size())),
                waits.get(random.nextInt(waits.size())),
                Shortfall.values()[random.nextInt(3)]);
    }
}
