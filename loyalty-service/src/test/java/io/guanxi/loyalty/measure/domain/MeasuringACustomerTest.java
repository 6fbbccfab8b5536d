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
        PurchaseHistory history = boughtDaysAgo(30, 20, 10).with("o-20", Purchase::asCancelled);
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
