package io.guanxi.customer.file.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RememberingTenThousandOrdersTest {

    private static final int ORDERS = 10_000;

    private static CustomerScenario customer;

    @BeforeAll
    static void orderOften() {
        customer = new CustomerScenario();
        var begun = System.nanoTime();
        for (var number = 0; number < ORDERS; number++) {
            customer.when(CustomerScenario.order("A-" + number, CustomerScenario.DAY_0.plusSeconds(number)));
        }
        var each = Duration.ofNanos(System.nanoTime() - begun).dividedBy(ORDERS);
        System.out.println(
                ORDERS + " orders of one customer: " + each.toNanos() / 1000 + " microseconds each to decide");
    }

    @Test
    void everyOrderTakesSixteenBytes() {
        assertThat(customer.customer().orders().packed()).hasSize(16 * ORDERS);
        assertThat(customer.customer().orders().summary().standing()).isEqualTo(ORDERS);
    }

    @Test
    void noneIsCountedAgainADayLater() {
        for (var number = 0; number < ORDERS; number += 7) {
            customer.when(CustomerScenario.order("A-" + number, CustomerScenario.day(1)))
                    .thenNothing();
        }
    }

    /** It takes less than a second; only a fold that costs more for each further order would come near the bound. */
    @Test
    void theFoldOfAllEventsIsDoneInLittleTime() {
        var begun = System.nanoTime();
        var folded = Customer.unknown();
        for (var number = 0; number < ORDERS; number++) {
            var at = CustomerScenario.DAY_0.plusSeconds(number);
            folded = Customer.evolve(folded, new CustomerEvent.OrderNoted("cdnow", "A-" + number, at));
        }
        var taken = Duration.ofNanos(System.nanoTime() - begun);
        System.out.println(ORDERS + " events folded without a snapshot in " + taken.toMillis() + " ms");
        assertThat(folded.orders()).isEqualTo(customer.customer().orders());
        assertThat(taken).isLessThan(Duration.ofSeconds(60));
    }
}
