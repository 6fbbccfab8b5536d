package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.cancellation;
import static io.guanxi.loyalty.account.domain.LedgerFixture.goods;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Not random: every one of the 5,040 and 720 permutations. */
class EveryArrivalOfOneOrderTest {

    @Test
    void aPaymentAndThreeReturnsEachReportedTwiceOrOnceEndAlike() {
        var payment = newAccount().payment("A-1", "99.99", "CNY");
        var events = List.of(
                payment,
                payment,
                goods("A-1", "R-1", "33.33"),
                goods("A-1", "R-1", "33.33"),
                goods("A-1", "R-2", "0.49"),
                goods("A-1", "R-3", "11.20"),
                goods("A-1", "R-3", "11.20"));

        assertThat(permutations(events))
                .hasSize(5_040)
                .allSatisfy(arrival -> assertThat(balanceAfter(arrival)).isEqualTo(99 - 44));
    }

    @Test
    void aCancelledOrderEndsWithoutPointsWhereverItsCancellationArrives() {
        var payment = newAccount().payment("A-1", "99.99", "CNY");
        List<LoyaltyCommand> events = List.of(
                payment,
                payment,
                goods("A-1", "R-1", "33.33"),
                goods("A-1", "R-2", "0.49"),
                cancellation("A-1"),
                cancellation("A-1"));

        assertThat(permutations(events))
                .hasSize(720)
                .allSatisfy(arrival -> assertThat(balanceAfter(arrival)).isZero());
    }

    private static long balanceAfter(List<LoyaltyCommand> arrival) {
        var ledger = newAccount();
        var intake = new ParkingIntake(ledger);
        arrival.forEach(intake::deliver);
        assertThat(intake.parked()).isEmpty();
        return ledger.balance();
    }

    private static List<List<LoyaltyCommand>> permutations(List<? extends LoyaltyCommand> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<LoyaltyCommand>>();
        for (int i = 0; i < of.size(); i++) {
            var rest = new ArrayList<LoyaltyCommand>(of);
            LoyaltyCommand first = rest.remove(i);
            for (List<LoyaltyCommand> tail : permutations(rest)) {
                var permutation = new ArrayList<LoyaltyCommand>();
                permutation.add(first);
                permutation.addAll(tail);
                all.add(permutation);
            }
        }
        return all;
    }
}
