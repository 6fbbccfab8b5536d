package io.guanxi.analytics.value.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.OrderNews.Returned;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CountingOrdersTest {

    private static final Instant DAY_ONE = Instant.parse("2026-03-01T10:00:00Z");

    private final FoldedCustomer customer = new FoldedCustomer();

    @Test
    void a_placed_order_counts_as_an_order_but_brings_nothing_yet() {
        customer.fold("1", news(OrderStep.PLACED, 0, "20.00", 2));
        assertThat(customer.facts().orders()).isEqualTo(1);
        assertThat(customer.facts().units()).isZero();
        assertThat(customer.facts().sums()).isEqualTo(SumsByCurrency.NOTHING);
        assertThat(customer.facts().lastOrderAt()).isEqualTo(DAY_ONE);
    }

    @Test
    void a_paid_order_brings_its_total_and_its_units() {
        customer.fold("1", news(OrderStep.PLACED, 0, "20.00", 2));
        customer.fold("1", news(OrderStep.PAID, 1, "20.00", 2));
        assertThat(customer.facts().units()).isEqualTo(2);
        assertThat(customer.facts().sums().net("EUR")).isEqualByComparingTo("20");
        assertThat(customer.facts().lastOrderAt()).isEqualTo(DAY_ONE);
    }

    @Test
    void an_order_of_which_only_the_delivery_is_known_is_sold() {
        customer.fold("1", news(OrderStep.DELIVERED, 0, "20.00", 2));
        assertThat(customer.facts().units()).isEqualTo(2);
        assertThat(customer.facts().sums().net("EUR")).isEqualByComparingTo("20");
    }

    @Test
    void what_was_paid_counts_and_not_what_was_shipped_later() {
        customer.fold("1", news(OrderStep.SHIPPED, 5, "25.00", 3));
        customer.fold("1", news(OrderStep.PAID, 1, "20.00", 2));
        assertThat(customer.facts().units()).isEqualTo(2);
        assertThat(customer.facts().sums().net("EUR")).isEqualByComparingTo("20");
    }

    @Test
    void a_free_order_counts() {
        customer.fold("1", news(OrderStep.PAID, 0, "0", 1));
        assertThat(customer.facts().orders()).isEqualTo(1);
        assertThat(customer.facts().units()).isEqualTo(1);
        assertThat(customer.facts().sums().sums()).containsOnlyKeys("EUR");
    }

    @Test
    void a_cancelled_order_takes_everything_back() {
        customer.fold("1", news(OrderStep.PAID, 0, "20.00", 2));
        customer.fold("2", news(OrderStep.PAID, 30, "5.00", 1));
        customer.fold("2", news(OrderStep.CANCELLED, 31, "5.00", 1));
        assertThat(customer.facts().orders()).isEqualTo(1);
        assertThat(customer.facts().units()).isEqualTo(2);
        assertThat(customer.facts().sums().net("EUR")).isEqualByComparingTo("20");
        assertThat(customer.facts().lastOrderAt()).isEqualTo(DAY_ONE);
    }

    @Test
    void a_cancellation_that_comes_first_holds() {
        customer.fold("1", news(OrderStep.CANCELLED, 2, "20.00", 2));
        customer.fold("1", news(OrderStep.PAID, 1, "20.00", 2));
        assertThat(customer.facts().counts()).isFalse();
        assertThat(customer.facts().lastOrderAt()).isNull();
        assertThat(customer.facts().sums()).isEqualTo(SumsByCurrency.NOTHING);
    }

    @Test
    void a_return_is_counted_once_and_leaves_the_revenue_as_it_was() {
        customer.fold("1", news(OrderStep.PAID, 0, "20.00", 2));
        customer.fold("1", returned("a", 1, "7.50"));
        customer.fold("1", returned("a", 1, "7.50"));
        Sums sums = customer.facts().sums().sums().get("EUR");
        assertThat(sums.revenue()).isEqualByComparingTo("20");
        assertThat(sums.refunded()).isEqualByComparingTo("7.5");
        assertThat(sums.net()).isEqualByComparingTo("12.5");
        assertThat(customer.facts().units()).isEqualTo(1);
        assertThat(customer.facts().returnedUnits()).isEqualTo(1);
    }

    @Test
    void no_more_is_given_back_than_was_sold() {
        customer.fold("1", news(OrderStep.PAID, 0, "20.00", 2));
        customer.fold("1", returned("a", 2, "15.00"));
        customer.fold("1", returned("b", 2, "15.00"));
        assertThat(customer.facts().sums().net("EUR")).isEqualByComparingTo("0");
        assertThat(customer.facts().units()).isZero();
    }

    @Test
    void currencies_are_kept_apart() {
        customer.fold("1", news(OrderStep.PAID, 0, "20.00", 2));
        customer.fold(
                "2",
                new OrderNews(OrderStep.PAID, DAY_ONE, null, OrderContent.of("CNY", new BigDecimal("88"), 1), null));
        assertThat(customer.facts().sums().net("EUR")).isEqualByComparingTo("20");
        assertThat(customer.facts().sums().net("CNY")).isEqualByComparingTo("88");
        assertThat(customer.facts().sums().mainCurrency()).contains("CNY");
    }

    @Test
    void ten_thousand_orders_that_arrive_in_order_need_no_search() {
        for (int order = 0; order < 10_000; order++) {
            customer.fold("" + order, news(OrderStep.PLACED, order, "1", 1));
            customer.fold("" + order, news(OrderStep.PAID, order, "1", 1));
        }
        assertThat(customer.facts().orders()).isEqualTo(10_000);
        assertThat(customer.seeks()).isZero();
    }

    private static OrderNews news(OrderStep step, int hours, String amount, long units) {
        return new OrderNews(
                step,
                DAY_ONE.plus(Duration.ofHours(hours)),
                null,
                OrderContent.of("EUR", new BigDecimal(amount), units),
                null);
    }

    private static OrderNews returned(String id, long units, String refund) {
        return new OrderNews(
                OrderStep.RETURNED,
                DAY_ONE.plus(Duration.ofDays(3)),
                null,
                OrderContent.of("EUR", new BigDecimal("20.00"), 2),
                new Returned(id, units, new BigDecimal(refund)));
    }
}
