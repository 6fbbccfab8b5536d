package io.guanxi.standalone.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingACsvLogTest {

    private static OrderLog log(String columns) {
        return new CsvOrderLog(CsvColumns.parse(columns), "CNY", ZoneId.of("Asia/Shanghai"), ',');
    }

    @Test
    void rowsOfOneOrderAreItsLines() {
        List<ShopOrder> orders = Logs.orders(log(null), """
                order,customer,date,sku,units,amount
                A-1,c1,2026-03-01,TEA,2,20.00
                A-1,c1,2026-03-01,CUP,1,5.50
                A-2,c2,2026-03-01,TEA,1,10.00
                """);

        assertThat(orders).hasSize(2);
        assertThat(orders.getFirst().total()).isEqualByComparingTo("25.50");
        assertThat(orders.getFirst().lines()).extracting(OrderLine::sku).containsExactly("TEA", "CUP");
    }

    @Test
    void columnsAreMappedByTheirHeaders() {
        ShopOrder order = Logs.orders(
                        log("order=Order No,customer=Client,date=Day,amount=Sum,currency=Cur"),
                        "Order No,Client,Day,Sum,Cur\n7,c1,2026-03-01T10:15:00Z,9.90,EUR\n")
                .getFirst();

        assertThat(order.orderId()).isEqualTo("7");
        assertThat(order.currency()).isEqualTo("EUR");
        assertThat(order.happened()).isEqualTo(Instant.parse("2026-03-01T10:15:00Z"));
    }

    @Test
    void aDayBeginsInTheShopsZone() {
        ShopOrder order = Logs.orders(log(null), "order,customer,date,amount\n1,c,2026-03-01,1\n")
                .getFirst();

        assertThat(order.happened()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    }

    @Test
    void aFileWithoutANeededColumnIsRefusedAsAWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logs.read(log(null), "order,client,date,amount\n1,c,2026-03-01,1\n"))
                .withMessageContaining("--columns customer=HEADER");
    }

    @Test
    void aColumnThatIsNotKnownIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CsvColumns.parse("colour=Colour"));
    }

    @Test
    void aBadRowIsToldWithItsLineAndTheRestGoesOn() {
        String text = """
                order,customer,date,amount,type
                1,c1,2026-03-01,1.00,paid

                2,c1,yesterday,1.00,paid
                3,,2026-03-01,1.00,paid
                4,c1,2026-03-01,much,paid
                5,c1,2026-03-01,1.00,eaten
                6,c1
                7,c"1"x,2026-03-01,1.00,paid
                8,c1,2026-03-01,1.00,shipped
                """;

        assertThat(Logs.orders(log(null), text)).extracting(ShopOrder::orderId).contains("1", "8");
        assertThat(Logs.bad(log(null), text))
                .anySatisfy(bad -> assertThat(bad).startsWith("4 date: yesterday"))
                .anySatisfy(bad -> assertThat(bad).startsWith("5 customer: nothing"))
                .anySatisfy(bad -> assertThat(bad).startsWith("6 units or amount"))
                .anySatisfy(bad -> assertThat(bad).startsWith("7 type: eaten"))
                .anySatisfy(bad -> assertThat(bad).startsWith("8 "));
    }

    @Test
    void anAmountWithoutACurrencyIsNoMoney() {
        OrderLog log = new CsvOrderLog(CsvColumns.parse(null), null, ZoneId.of("UTC"), ';');

        assertThat(Logs.bad(log, "order;customer;date;amount\n1;c;2026-03-01;1\n"))
                .containsExactly("2 currency: none (expected: a column, or --currency)");
    }
}
