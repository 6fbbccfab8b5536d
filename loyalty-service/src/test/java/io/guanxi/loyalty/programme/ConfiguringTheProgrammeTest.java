package io.guanxi.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.EarningRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ConfiguringTheProgrammeTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withSystemProperties("spring.config.name=loyalty-service")
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(ProgrammeConfiguration.class);

    @Test
    void withoutSettingsAnyCurrencyUnitEarnsOnePointRoundedDown() {
        service.run(context -> assertThat(context.getBean(EarningRule.class))
                .isEqualTo(new EarningRule(1, BigDecimal.ONE, Map.of(), RoundingMode.DOWN)));
    }

    @Test
    void settingsMakeTheRule() {
        service.withPropertyValues(
                        "guanxi.loyalty.earning.version=3",
                        "guanxi.loyalty.earning.default-rate=",
                        "guanxi.loyalty.earning.rates.JPY=0.01",
                        "guanxi.loyalty.earning.rounding=half-even")
                .run(context -> assertThat(context.getBean(EarningRule.class))
                        .isEqualTo(new EarningRule(
                                3, null, Map.of("JPY", new BigDecimal("0.01")), RoundingMode.HALF_EVEN)));
    }

    @Test
    void aRuleThatCannotBeStopsTheStartAndSaysWhy() {
        service.withPropertyValues("guanxi.loyalty.earning.rates.CNY=-1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("rates.CNY: -1 (expected: 0 to 1000000 with at most 6 decimals)"));
    }
}
