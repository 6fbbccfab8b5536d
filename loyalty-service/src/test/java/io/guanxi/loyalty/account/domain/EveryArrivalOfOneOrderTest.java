package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.LoyaltyCommand.OrderNews;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Not random: every one of the 5,040 and 720 permutations. */
class EveryArrivalOfOneOrderTest {

    @Test
    void aPaymentAndThreeReturnsEachReportedTwiceOrOnceEndAlike() {
        var shop = newAccount();
        var payment = shop.payment("A-1", "99.99", "CNY");
        List<OrderNews> events = List.of(
                payment,
                payment,
                shop.goods("A-1", "R-1", "33.33"),
                shop.goods("A-1", "R-1", "33.33"),
                shop.goods("A-1", "R-2", "0.49"),
                shop.goods("A-1", "R-3", "11.20"),
                shop.goods("A-1", "R-3", "11.20"));

        assertThat(permutations(events))
                .hasSize(5_040)
                .allSatisfy(arrival -> assertThat(balanceAfter(arrival)).isEqualTo(99 - 44));
    }

    @Test
    void aCancelledOrderEndsWithoutPointsWhereverItsCancellationArrives() {
        var shop = newAccount();
        var payment = shop.payment("A-1", "99.99", "CNY");
        List<OrderNews> events = List.of(
                payment,
                payment,
                shop.goods("A-1", "R-1", "33.33"),
                shop.goods("A-1", "R-2", "0.49"),
                shop.cancellation("A-1"),
                shop.cancellation("A-1"));

        assertThat(permutations(events))
                .hasSize(720)
                .allSatisfy(arrival -> assertThat(balanceAfter(arrival)).isZero());
    }

    private static long balanceAfter(List<OrderNews> arrival) {
        var ledger = newAccount();
        var intake = new ParkingIntake(ledger);
        arrival.forEach(intake::deliver);
        assertThat(intake.parked()).isEmpty();
        return ledger.balance();
    }

    private static List<List<OrderNews>> permutations(List<? extends OrderNews> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<OrderNews>>();
        for (int i = 0; i < of.size(); i++) {
            var rest = new ArrayList<OrderNews>(of);
            OrderNews first = rest.remove(i);
            for (List<OrderNews> tail : permutations(rest)) {
                var permutation = new ArrayList<OrderNews>();
                permutation.add(first);
                permutation.addAll(tail);
                all.add(permutation);
            }
        }
        return all;
    }
}
