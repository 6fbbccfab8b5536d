package io.guanxi.loyalty.measure.web;

import static io.guanxi.loyalty.measure.domain.Orders.NOW;
import static io.guanxi.loyalty.measure.domain.Orders.boughtDaysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.measure.domain.Purchase;
import io.guanxi.loyalty.measure.domain.PurchaseHistory;
import io.guanxi.loyalty.measure.web.PresentMeasures.Measured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuringATenantTest {

    @Test
    void whoHasNoOrderThatCountsIsLookedAtAndIsOfNoClass() {
        List<PurchaseHistory> sample = List.of(
                boughtDaysAgo(20, 10),
                boughtDaysAgo(500),
                boughtDaysAgo(30).cancelled("o-30"),
                PurchaseHistory.NONE.with("o-1", Purchase::withPoints));
        MeasuresResponse answer = MeasuresResponse.of(Measured.of(sample, 9, NOW), Map.of());
        assertThat(answer.customers()).isEqualTo(9);
        assertThat(answer.sampled()).isEqualTo(4);
        assertThat(answer.withOrders()).isEqualTo(2);
        assertThat(answer.buyers()).isEqualTo(1);
        assertThat(answer.byBehaviour()).isEqualTo(Map.of("high", 1, "low", 1, "too-early", 0));
    }
}
