package io.guanxi.standalone.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTheCdnowLogTest {

    private final OrderLog log = new CdnowOrderLog();

    @Test
    void aLineIsAPaidOrderOfThatDay() {
        ShopOrder order = Logs.orders(log, " 00001 19970101  1   11.77\r\n").getFirst();

        assertThat(order.externalId()).isEqualTo("00001");
        assertThat(order.type()).isEqualTo("shop.order.paid.v1");
        assertThat(order.happened()).isEqualTo(Instant.parse("1997-01-01T00:00:00Z"));
        assertThat(order.total()).isEqualByComparingTo("11.77");
        assertThat(order.lines().getFirst().quantity()).isEqualTo(1);
        assertThat(order.currency()).isEqualTo("USD");
    }

    @Test
    void severalOrdersOfOneDayAreSeveralOrders() {
        List<ShopOrder> orders =
                Logs.orders(log, "00002 19970112 1 12.00\n00002 19970112 5 77.00\n00003 19970112 1 1.00\n");

        assertThat(orders)
                .extracting(ShopOrder::orderId)
                .containsExactly("00002-19970112-1", "00002-19970112-2", "00003-19970112-1");
    }

    @Test
    void aSecondReadingGivesTheSameOrders() {
        String text = "00002 19970112 1 12.00\n00002 19970112 5 77.00\n";

        assertThat(Logs.orders(log, text)).isEqualTo(Logs.orders(log, text));
    }

    @Test
    void aHeaderIsNoOrder() {
        assertThat(Logs.read(log, " customer_id  date number_of_cds  dollar_value\n00001 19970101 1 11.77\n"))
                .hasSize(1);
    }

    @Test
    void thePublishedSampleHasACustomerNumberMore() {
        ShopOrder order = Logs.orders(log, " 00004    1 19970101  2   29.33\n").getFirst();

        assertThat(order.externalId()).isEqualTo("00004");
        assertThat(order.total()).isEqualByComparingTo("29.33");
    }

    @Test
    void anOrderOfNothingIsAnOrder() {
        assertThat(Logs.orders(log, "00005 19970101 1 0.00\n").getFirst().total())
                .isEqualByComparingTo("0");
    }

    @Test
    void aBadLineIsToldWithItsNumberAndTheRestGoesOn() {
        String text = """
                00001 19970101 1 11.77
                00001 19970230 1 11.77
                00001 19970101 one 11.77
                00001 19970101 1 eleven
                00001 19970101 1
                00001 19970102 1 2.00
                """;

        assertThat(Logs.orders(log, text)).hasSize(2);
        assertThat(Logs.bad(log, text))
                .containsExactly(
                        "2 date: 19970230 (expected: a day as yyyymmdd)",
                        "3 units or amount: one, 11.77 (expected: a whole number and a decimal number)",
                        "4 units or amount: 1, eleven (expected: a whole number and a decimal number)",
                        "5 3 fields (expected: customer, date, units, amount)");
    }
}
