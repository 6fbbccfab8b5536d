package io.guanxi.analytics.runs.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CuttingSharesTest {

    private final TopAmounts amounts = new TopAmounts();

    @Test
    void the_threshold_is_what_the_last_of_the_best_share_has() {
        add("50", "10", "30", "20", "40");

        assertThat(amounts.ofTop(new BigDecimal("0.2"))).isEqualByComparingTo("50");
        assertThat(amounts.ofTop(new BigDecimal("0.21"))).isEqualByComparingTo("40");
        assertThat(amounts.ofTop(new BigDecimal("0.4"))).isEqualByComparingTo("40");
        assertThat(amounts.size()).isEqualTo(5);
    }

    @Test
    void nobody_gets_above_a_threshold_without_having_anything() {
        add("0", "0", "-3", "0.0002", "7");

        assertThat(amounts.ofTop(new BigDecimal("0.8"))).isEqualByComparingTo("0.0002");
    }

    @Test
    void where_nobody_has_anything_there_is_no_threshold() {
        assertThat(amounts.ofTop(new BigDecimal("0.2"))).isZero();
        add("0", "0", "-1");
        assertThat(amounts.ofTop(new BigDecimal("0.5"))).isZero();
    }

    private void add(String... some) {
        for (String amount : some) {
            amounts.add(new BigDecimal(amount));
        }
    }
}
