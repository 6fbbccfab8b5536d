package io.guanxi.analytics.history.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.OrderContent;
import io.guanxi.analytics.value.domain.OrderNews;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.OrderStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummingFlowsTest {

    private static final OrderContent CONTENT = OrderContent.of("USD", new BigDecimal("47.39"), 3);

    private final OrderNews paid = news(OrderStep.PAID, "2026-01-05T10:00:00Z", null);
    private final OrderNews placedEarlierThatDay =
            news(OrderStep.DELIVERED, "2026-01-07T10:00:00Z", "2026-01-05T08:00:00Z");
    private final OrderNews cancelled = news(OrderStep.CANCELLED, "2026-01-07T12:00:00Z", null);

    @Test
    void another_hour_of_the_same_day_changes_nothing() {
        OrderRecord order = OrderRecord.UNKNOWN.with(paid).with(placedEarlierThatDay);
        assertThat(OrderFlows.of(order)).extracting(Flow::effective).containsExactly(LocalDate.parse("2026-01-05"));
    }

    @Test
    void another_order_that_comes_and_goes_leaves_no_trace_of_the_order_of_arrival() {
        OrderRecord first = OrderRecord.UNKNOWN.with(paid);
        OrderRecord another = OrderRecord.UNKNOWN.with(paid);
        PurchaseHistory history = PurchaseHistory.NONE
                .replacing(List.of(), OrderFlows.of(first))
                .replacing(List.of(), OrderFlows.of(another));
        PurchaseHistory oneWay = replacing(
                replacing(history, first, first.with(placedEarlierThatDay)), another, another.with(cancelled));
        PurchaseHistory otherWay = replacing(
                replacing(history, another, another.with(cancelled)), first, first.with(placedEarlierThatDay));
        assertThat(oneWay).isEqualTo(otherWay);
        assertThat(replacing(oneWay, another.with(cancelled), another))
                .isEqualTo(replacing(history, first, first.with(placedEarlierThatDay)))
                .isEqualTo(PurchaseHistory.of(
                        oneWay.replacing(OrderFlows.of(another.with(cancelled)), OrderFlows.of(another))
                                .flows()));
    }

    private static PurchaseHistory replacing(PurchaseHistory history, OrderRecord before, OrderRecord after) {
        return history.replacing(OrderFlows.of(before), OrderFlows.of(after));
    }

    private static OrderNews news(OrderStep step, String happened, String placedAt) {
        return new OrderNews(
                step, Instant.parse(happened), placedAt == null ? null : Instant.parse(placedAt), CONTENT, null);
    }
}
