package io.guanxi.analytics.measuring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.value.domain.Sums;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shops should not send and do; dates that cannot be are in {@link SettingAsideRecordsTest}. */
class BearingBadInputTest {

    private static final int VERY_MANY = 10_000;

    private final Shop shop = new Shop("acme", "web");
    private final String customer = shop.key("7");

    @TempDir
    Path folder;

    private RunningTopology running;

    @BeforeEach
    void start() {
        running = new RunningTopology(folder);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void negative_amounts_and_quantities_are_set_aside() {
        running.publish(shop.paid("7", "o1", "2026-01-05", "-1", 1));
        running.publish(shop.paid("7", "o2", "2026-01-05", "1", -1));
        Shop.Event order = shop.paid("7", "o3", "2026-01-05", "10", 1);
        running.publish(shop.returned(order, "r", 1, "-5"));
        assertThat(running.deadLetters())
                .hasSize(3)
                .allSatisfy(letter ->
                        assertThat(RunningTopology.header(letter, "dlq-reason")).isEqualTo("invalid"));
        assertThat(running.customer(customer)).isNull();
    }

    @Test
    void an_order_of_nothing_counts_as_an_order() {
        running.publish(shop.paid("7", "o1", "2026-01-05", "0", 1));
        CustomerEntry entry = running.customer(customer);
        assertThat(entry.facts().orders()).isEqualTo(1);
        assertThat(entry.history().purchases().present().orders()).isEqualTo(1);
        assertThat(running.totals("acme").sums().net("USD")).isEqualByComparingTo("0");
    }

    @Test
    void no_more_is_given_back_than_was_paid_for_the_order() {
        Shop.Event order = shop.paid("7", "o1", "2026-01-05", "10", 2);
        running.publish(shop.returned(order, "a", 2, "9").at("2026-01-08T00:00:00Z"));
        running.publish(shop.returned(order, "b", 2, "9").at("2026-01-09T00:00:00Z"));
        running.publish(order);
        running.publish(shop.paid("7", "o2", "2026-01-06", "5", 1));
        Sums sums = running.customer(customer).facts().sums().sums().get("USD");
        assertThat(sums.refunded()).isEqualByComparingTo("10");
        assertThat(sums.net()).isEqualByComparingTo("5");
        var purchases = running.customer(customer).history().purchases();
        assertThat(purchases.asOf(LocalDate.parse("2026-01-08")).sums().net("USD"))
                .isEqualByComparingTo("6");
        assertThat(purchases.present().sums().net("USD")).isEqualByComparingTo("5");
    }

    @Test
    void currencies_are_kept_apart_also_within_one_order() {
        running.publish(shop.paid("7", "o1", "2026-01-05", "10", 1));
        running.publish(shop.paid("7", "o2", "2026-01-05", "88", 1).with("currency", "CNY"));
        running.publish(shop.paid("7", "o1", "2026-01-06", "12", 1)
                .with("currency", "EUR")
                .of("shop.order.delivered.v1"));
        var sums = running.customer(customer).history().purchases().present().sums();
        assertThat(sums.net("USD")).as("what was paid").isEqualByComparingTo("10");
        assertThat(sums.net("CNY")).isEqualByComparingTo("88");
        assertThat(sums.sums()).doesNotContainKey("EUR");
    }

    @Test
    void a_customer_with_ten_thousand_orders_within_three_years_is_kept_up_with() {
        Instant first = Instant.parse("2022-01-01T00:00:00Z");
        long start = System.nanoTime();
        for (int order = 0; order < VERY_MANY; order++) {
            running.publish(shop.paid("7", "o" + order, "2022-01-01", "1.25", 1)
                    .at(first.plus(Duration.ofMinutes(158L * order)).toString()));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("%d orders of one customer took %d ms%n", VERY_MANY, took.toMillis());
        CustomerEntry entry = running.customer(customer);
        assertThat(entry.facts().orders()).isEqualTo(VERY_MANY);
        assertThat(entry.history().purchases().present().orders()).isEqualTo(VERY_MANY);
        assertThat(entry.history().purchases().present().sums().net("USD")).isEqualByComparingTo("12500");
        assertThat(running.store(ValueTopology.CUSTOMERS).get(StoreKeys.customer(customer)))
                .as("what each event writes of the customer")
                .hasSizeLessThan(16_000);
        assertThat(took).as("on a machine that may be busy").isLessThan(Duration.ofSeconds(180));
    }
}
