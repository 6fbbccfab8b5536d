package io.guanxi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AddingMoneyTest {

    @Test
    void amountsOfOneCurrencyAreExact() {
        assertThat(Money.of("0.10", "CNY").plus(Money.of("0.20", "CNY"))).isEqualTo(Money.of("0.30", "CNY"));
        assertThat(Money.of("0.30", "CNY").minus(Money.of("0.40", "CNY")).isNegative())
                .isTrue();
    }

    @Test
    void amountsOfTwoCurrenciesAreNeverMixed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.of("1", "CNY").plus(Money.of("1", "USD")))
                .withMessageContaining("USD");
    }

    @Test
    void aCurrencyIsThreeCapitalLetters() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of("1", "usd"));
    }
}
