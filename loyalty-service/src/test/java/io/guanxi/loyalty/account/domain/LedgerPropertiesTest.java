package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerEntry.MAIN_PURSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.OrderNews;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 4,000 seeds of random orders; a failure names its seed. */
@Execution(ExecutionMode.CONCURRENT)
class LedgerPropertiesTest {

    private static final int SEEDS_PER_BLOCK = 200;

    static LongStream blocks() {
        return LongStream.range(0, 20).map(block -> block * SEEDS_PER_BLOCK);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void everyOrderOfArrivalWithAnyDuplicatesEndsInTheSamePoints(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK; seed++) {
            var random = new SplittableRandom(seed);
            RandomOrders orders = RandomOrders.from(random);
            var ledger = LedgerFixture.newAccount().under(orders.rules());
            var intake = new ParkingIntake(ledger);
            orders.arriving(random).forEach(intake::deliver);

            assertThat(netPoints(ledger)).as("points by order, seed %d", seed).isEqualTo(earning(orders));
            assertThat(ledger.balance()).as("balance, seed %d", seed).isEqualTo(orders.balance());
            assertThat(intake.parked().keySet())
                    .as("orders that wait, seed %d", seed)
                    .allMatch(order -> isNeitherPaidNorCancelled(orders, order.key()));
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void theBalanceIsTheSumOfTheEntriesAndTheFoldOfTheEvents(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK; seed++) {
            var random = new SplittableRandom(seed);
            RandomOrders orders = RandomOrders.from(random);
            var ledger = LedgerFixture.newAccount().under(orders.rules());
            var intake = new ParkingIntake(ledger);
            orders.arriving(random).forEach(intake::deliver);
            LoyaltyAccount account = ledger.account();

            long sum = 0;
            for (LedgerEntry entry : entries(ledger)) {
                sum += entry.change();
                assertThat(entry.balance()).as("running balance, seed %d", seed).isEqualTo(sum);
                assertThat(sum).as("running balance, seed %d", seed).isNotNegative();
            }
            assertThat(account.balance()).as("balance, seed %d", seed).isEqualTo(sum);
            assertThat(ledger.points().given() - ledger.points().used())
                    .as("conserved, seed %d", seed)
                    .isEqualTo(sum);
            assertThat(account.orders().values().stream()
                            .mapToLong(order -> order.netPoints(MAIN_PURSE))
                            .sum())
                    .as("sum over orders, seed %d", seed)
                    .isEqualTo(sum);
            assertThat(refold(ledger.events())).as("fold, seed %d", seed).isEqualTo(account);
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void aRedeliveredLogChangesNothing(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK; seed++) {
            var random = new SplittableRandom(seed);
            RandomOrders orders = RandomOrders.from(random);
            List<OrderNews> arriving = orders.arriving(random);
            var ledger = LedgerFixture.newAccount().under(orders.rules());
            var intake = new ParkingIntake(ledger);
            arriving.forEach(intake::deliver);
            int before = ledger.events().size();
            arriving.forEach(intake::deliver);
            arriving.reversed().forEach(intake::deliver);

            assertThat(ledger.events()).as("events, seed %d", seed).hasSize(before);
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("blocks")
    void anyCauseHasAtMostOneEntry(long first) {
        for (long seed = first; seed < first + SEEDS_PER_BLOCK; seed++) {
            var random = new SplittableRandom(seed);
            RandomOrders orders = RandomOrders.from(random);
            var ledger = LedgerFixture.newAccount().under(orders.rules());
            var intake = new ParkingIntake(ledger);
            orders.arriving(random).forEach(intake::deliver);

            assertThat(entries(ledger).stream().map(LedgerEntry::cause).toList())
                    .as("causes, seed %d", seed)
                    .doesNotHaveDuplicates();
        }
    }

    private static Map<String, Long> netPoints(LedgerFixture ledger) {
        return ledger.account().orders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, order -> order.getValue().netPoints(MAIN_PURSE), Long::sum, TreeMap::new));
    }

    /** Orders that were neither paid nor cancelled leave no standing behind. */
    private static Map<String, Long> earning(RandomOrders orders) {
        var earning = new TreeMap<>(orders.netPoints());
        earning.keySet().removeIf(order -> isNeitherPaidNorCancelled(orders, order));
        return earning;
    }

    private static boolean isNeitherPaidNorCancelled(RandomOrders orders, String order) {
        return orders.commands().stream()
                .filter(command -> command.order().key().equals(order))
                .noneMatch(command -> command instanceof EarnForPayment || command instanceof ReverseForCancellation);
    }

    private static List<LedgerEntry> entries(LedgerFixture ledger) {
        var entries = new ArrayList<LedgerEntry>();
        for (LoyaltyEvent event : ledger.events()) {
            if (event instanceof LedgerEntry entry) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static LoyaltyAccount refold(List<LoyaltyEvent> events) {
        LoyaltyAccount account = LoyaltyAccount.unopened();
        for (LoyaltyEvent event : events) {
            account = LoyaltyAccount.evolve(account, event);
        }
        return account;
    }
}
