package io.guanxi.loyalty.measure.domain;

import static io.guanxi.loyalty.measure.domain.Orders.bought;
import static io.guanxi.loyalty.measure.domain.Orders.boughtDaysAgo;
import static io.guanxi.loyalty.measure.domain.Orders.daysAgo;
import static io.guanxi.loyalty.measure.domain.Orders.measured;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuringACustomerTest {

    /** Intervals of 300, 20, 10 and 30 days: the median lies between 20 and 30. */
    @Test
    void theUsualIntervalIsTheMedianSoThatOnePauseDoesNotCount() {
        CustomerMeasures measures = measured(boughtDaysAgo(400, 100, 80, 70, 40));
        assertThat(measures.ordersEver()).isEqualTo(5);
        assertThat(measures.orders()).as("in the last 365 days").isEqualTo(4);
        assertThat(measures.intervalDays()).isEqualByComparingTo("25.0");
        assertThat(measures.first()).isEqualTo(daysAgo(400));
    }

    /** Intervals 10 and 30: mean 20, standard deviation 10, so the coefficient of variation is 0.5. */
    @Test
    void theVariationOfIntervalsIsTheirDeviationByTheirMean() {
        assertThat(measured(boughtDaysAgo(50, 40, 10)).intervalVariation()).isEqualByComparingTo("0.50");
        assertThat(measured(boughtDaysAgo(90, 60, 30)).intervalVariation()).isEqualByComparingTo("0.00");
        assertThat(measured(boughtDaysAgo(90, 60)).intervalVariation()).isNull();
    }

    @Test
    void oneOrderHasNoIntervalAndNoOrderHasNoShare() {
        assertThat(measured(boughtDaysAgo(5)).intervalDays()).isNull();
        assertThat(measured(PurchaseHistory.NONE).share(0)).isNull();
    }

    @Test
    void aCancelledOrderWasNoPurchase() {
        PurchaseHistory history = boughtDaysAgo(30, 20, 10).cancelled("o-20");
        CustomerMeasures measures = measured(history);
        assertThat(measures.orders()).isEqualTo(2);
        assertThat(measures.intervalDays()).isEqualByComparingTo("20.0");
    }

    @Test
    void whatSpokeForAnOrderIsCountedOnceForEachOrder() {
        PurchaseHistory history = boughtDaysAgo(40, 30);
        history = bought(history, 20, purchase -> purchase.withPoints().withVoucher());
        history = bought(history, 10, Purchase::inCampaign);
        CustomerMeasures measures = measured(history);
        assertThat(measures.withPoints()).isEqualTo(1);
        assertThat(measures.withVoucher()).isEqualTo(1);
        assertThat(measures.inCampaign()).isEqualTo(1);
        assertThat(measures.withIncentive()).isEqualTo(2);
        assertThat(measures.share(measures.withIncentive())).isEqualByComparingTo("0.50");
    }

    @Test
    void pointsThatWereSpentBeforeThePaymentIsHeardOfBelongToTheSameOrder() {
        PurchaseHistory history = PurchaseHistory.NONE.with("o-3", Purchase::withPoints);
        assertThat(measured(history).orders()).isZero();
        assertThat(measured(bought(history, 3, purchase -> purchase)).withPoints())
                .isEqualTo(1);
    }

    @Test
    void aHistoryStaysSmallAndStillCountsEveryOrder() {
        PurchaseHistory history = PurchaseHistory.NONE;
        for (int order = 500; order > 0; order--) {
            history = bought(history, order, purchase -> purchase);
        }
        assertThat(history.purchases()).hasSize(PurchaseHistory.MOST);
        CustomerMeasures measures = measured(history);
        assertThat(measures.ordersEver()).isEqualTo(500);
        assertThat(measures.intervalDays()).isEqualByComparingTo("1.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 71, 828})
    void eachOrderCountsOnceHoweverLateItIsHeardOf(long seed) {
        List<Integer> days = new ArrayList<>();
        for (int day = 1; day <= 150; day++) {
            days.add(day);
        }
        Collections.shuffle(days, new Random(seed));
        PurchaseHistory history = PurchaseHistory.NONE;
        for (int day : days) {
            String order = "o-" + day;
            history = history.with(order, Purchase::withPoints)
                    .paid(order, daysAgo(day), "web")
                    .withMore(order, Purchase::inCampaign)
                    .with(order, Purchase::withVoucher);
        }
        CustomerMeasures measures = measured(history);
        assertThat(measures.ordersEver()).as("seed %s", seed).isEqualTo(150);
        assertThat(measures.first()).as("seed %s", seed).isEqualTo(daysAgo(PurchaseHistory.MOST));
        assertThat(List.of(measures.withPoints(), measures.inCampaign(), measures.withVoucher()))
                .as("seed %s", seed)
                .containsOnly(PurchaseHistory.MOST);
    }

    @Test
    void aLateCancellationTakesAnOrderAwayThatIsOnlyCounted() {
        PurchaseHistory history = PurchaseHistory.NONE;
        for (int day = 70; day > 0; day--) {
            history = bought(history, day, purchase -> purchase);
        }
        history = history.cancelled("o-70")
                .cancelled("o-69")
                .with("o-68", Purchase::withVoucher)
                .cancelled("o-68");
        assertThat(measured(history).ordersEver()).isEqualTo(67);
        assertThat(measured(history).orders()).isEqualTo(PurchaseHistory.MOST);
    }

    @Test
    void ordersThatDoNotCountNeverTakeThePlaceOfThoseThatDo() {
        PurchaseHistory history = PurchaseHistory.NONE;
        for (int day = PurchaseHistory.MOST; day > 0; day--) {
            history = bought(history, day, purchase -> purchase);
        }
        for (int other = 0; other < 100; other++) {
            history = history.with("other-" + other, Purchase::withPoints);
        }
        assertThat(measured(history).orders()).isEqualTo(PurchaseHistory.MOST);
        assertThat(history.purchases()).hasSize(PurchaseHistory.MOST + PurchaseHistory.MOST_OTHERS);
        assertThat(measured(history.paid("other-99", daysAgo(0), "web")).withPoints())
                .as("what was said before the payment")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 14, 159})
    void ordersMayBeHeardOfInAnyOrder(long seed) {
        List<Integer> days = new ArrayList<>();
        for (int day = 1; day <= PurchaseHistory.MOST; day++) {
            days.add(day * 3);
        }
        CustomerMeasures inOrder = measured(boughtDaysAgo(
                days.reversed().stream().mapToInt(Integer::intValue).toArray()));
        Collections.shuffle(days, new Random(seed));
        assertThat(measured(
                        boughtDaysAgo(days.stream().mapToInt(Integer::intValue).toArray())))
                .as("seed %s", seed)
                .isEqualTo(inOrder);
    }

    @Test
    void whatIsPaidLaterThanNowIsNotKnownYet() {
        assertThat(measured(boughtDaysAgo(10, -1)).orders()).isEqualTo(1);
    }
}
