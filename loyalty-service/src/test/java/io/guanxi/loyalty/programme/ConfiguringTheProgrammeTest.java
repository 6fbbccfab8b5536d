package io.guanxi.loyalty.programme;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ProgrammeTerms;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
    void withoutSettingsAnyCurrencyUnitEarnsOnePointRoundedDownSinceEver() {
        service.run(context -> {
            ProgrammeTerms terms = context.getBean(ProgrammeTerms.class);
            PublishedRules configured = terms.configured();

            assertThat(configured.version()).isEqualTo(1);
            assertThat(configured.from()).isEqualTo(Instant.EPOCH);
            assertThat(configured.rules().mainPurse().code()).isEqualTo("points");
            assertThat(configured.rules().mainPurse().rounding()).isEqualTo(RoundingMode.DOWN);
            assertThat(configured.rules().earning())
                    .singleElement()
                    .extracting(EarningTerm::name, EarningTerm::purse, EarningTerm::defaultRate)
                    .containsExactly("base", "points", BigDecimal.ONE);
            assertThat(terms.leadTime()).isEqualTo(Duration.ofMinutes(1));
        });
    }

    @Test
    void settingsMakeTheRules() {
        service.withPropertyValues(
                        "guanxi.loyalty.earning.version=3",
                        "guanxi.loyalty.earning.zone=Asia/Shanghai",
                        "guanxi.loyalty.earning.default-rate=",
                        "guanxi.loyalty.earning.rates.JPY=0.01",
                        "guanxi.loyalty.earning.rounding=half-even",
                        "guanxi.loyalty.programme.lead-time=1h")
                .run(context -> {
                    ProgrammeTerms terms = context.getBean(ProgrammeTerms.class);
                    PublishedRules configured = terms.configured();

                    assertThat(configured.version()).isEqualTo(3);
                    assertThat(configured.rules().zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
                    assertThat(configured.rules().mainPurse().rounding()).isEqualTo(RoundingMode.HALF_EVEN);
                    assertThat(configured.rules().earning())
                            .singleElement()
                            .extracting(EarningTerm::defaultRate, EarningTerm::rates)
                            .containsExactly(null, Map.of("JPY", new BigDecimal("0.01")));
                    assertThat(terms.leadTime()).isEqualTo(Duration.ofHours(1));
                });
    }

    @Test
    void aRuleThatCannotBeStopsTheStartAndSaysWhy() {
        service.withPropertyValues("guanxi.loyalty.earning.rates.CNY=-1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("/rates/CNY: -1 (expected: 0 to 1000000 with at most 6 decimals)"));
    }

    @Test
    void whoLooksTooSeldomForNewVersionsIsNotStarted() {
        service.withPropertyValues("guanxi.loyalty.programme.lead-time=20s", "guanxi.loyalty.programme.refresh=10s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage(
                                "refresh: PT10S (expected: more than PT0S and less than half of lead-time, PT20S)"));
    }
}
