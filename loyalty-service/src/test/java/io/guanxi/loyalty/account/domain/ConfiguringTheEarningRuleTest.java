package io.guanxi.loyalty.account.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConfiguringTheEarningRuleTest {

    @Test
    void theRuleThatAppliesIsTheCurrencysOwnRateOrTheDefault() {
        var rule = new EarningRule(1, BigDecimal.ONE, Map.of("JPY", new BigDecimal("0.01")), RoundingMode.DOWN);

        assertThat(rule.in("JPY")).isEqualTo(new AppliedRule(1, new BigDecimal("0.01"), RoundingMode.DOWN));
        assertThat(rule.in("EUR")).isEqualTo(new AppliedRule(1, BigDecimal.ONE, RoundingMode.DOWN));
    }

    @ParameterizedTest
    @CsvSource({"-1, default-rate: -1", "1000000.1, default-rate: 1000000.1", "0.0000001, default-rate: 0.0000001"})
    void aRateOutOfBoundsNamesItselfAndWhatIsExpected(BigDecimal rate, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarningRule(1, rate, Map.of(), RoundingMode.DOWN))
                .withMessageContaining(message)
                .withMessageContaining("expected: 0 to 1000000");
    }

    @Test
    void aCurrencyIsAnIsoCode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarningRule(1, null, Map.of("yen", BigDecimal.ONE), RoundingMode.DOWN))
                .withMessageContaining("yen");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNNECESSARY", "FLOOR", "CEILING"})
    void aRuleRoundsInOneOfFiveWays(RoundingMode rounding) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarningRule(1, BigDecimal.ONE, Map.of(), rounding))
                .withMessageContaining("expected: one of [UP, DOWN, HALF_UP, HALF_DOWN, HALF_EVEN]");
    }

    @Test
    void aVersionIsCountedFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarningRule(0, BigDecimal.ONE, Map.of(), RoundingMode.DOWN))
                .withMessageContaining("version: 0");
    }
}
