package io.guanxi.loyalty.programme;

import io.guanxi.loyalty.account.domain.EarningRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How points are earned. A start with values that make no rule fails and says which.
 *
 * @param version counted from 1; raise it with every change, for each entry names the version that made it
 * @param defaultRate points for one unit of a currency that has no rate of its own; empty if such a currency earns nothing
 * @param rates points for one currency unit, by ISO 4217 code
 * @param rounding {@code down}, {@code up}, {@code half-down}, {@code half-up} or {@code half-even}; once per order
 */
@ConfigurationProperties("guanxi.loyalty.earning")
record EarningProperties(
        @DefaultValue("1") int version,
        @Nullable BigDecimal defaultRate,
        @DefaultValue Map<String, BigDecimal> rates,
        @DefaultValue("down") RoundingMode rounding) {

    EarningProperties {
        new EarningRule(version, defaultRate, rates, rounding);
    }

    EarningRule rule() {
        return new EarningRule(version, defaultRate, rates, rounding);
    }
}
