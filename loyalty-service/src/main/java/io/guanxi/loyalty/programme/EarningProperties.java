package io.guanxi.loyalty.programme;

import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningCaps;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.HoldRules;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.Programme;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.ReversalRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How points are earned by the customers of a tenant that has published no rules. A start with values that make no rule
 * fails and says which.
 *
 * @param version counted from 1; raise it with every change, for each entry names the version that made it
 * @param zone in which days and months are counted
 * @param defaultRate points for one unit of a currency that has no rate of its own; empty if such a currency earns nothing
 * @param rates points for one currency unit, by ISO 4217 code
 * @param rounding {@code down}, {@code up}, {@code half-down}, {@code half-up} or {@code half-even}; once per order
 */
@ConfigurationProperties("guanxi.loyalty.earning")
record EarningProperties(
        @DefaultValue("1") int version,
        @DefaultValue("UTC") ZoneId zone,
        @Nullable BigDecimal defaultRate,
        @DefaultValue Map<String, BigDecimal> rates,
        @DefaultValue("down") RoundingMode rounding) {

    private static final String PURSE = "points";
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(30);

    EarningProperties {
        rules(version, zone, defaultRate, rates, rounding);
    }

    /** In force since ever: points that are available at once and never expire. */
    PublishedRules rules() {
        return rules(version, zone, defaultRate, rates, rounding);
    }

    private static PublishedRules rules(
            int version,
            ZoneId zone,
            @Nullable BigDecimal defaultRate,
            Map<String, BigDecimal> rates,
            RoundingMode rounding) {
        PurseRules purse =
                new PurseRules(PURSE, true, rounding, MaturityRule.AT_ONCE, ExpiryRule.NEVER, EarningCaps.NONE, null);
        EarningTerm base = new EarningTerm("base", PURSE, defaultRate, rates, 0, Conditions.NONE);
        ProgrammeRules rules = new ProgrammeRules(
                zone,
                List.of(purse),
                List.of(base),
                new ReversalRules(ReversalRules.Shortfall.DEBT),
                null,
                List.of(),
                null,
                null,
                null,
                new HoldRules(LONGEST_HOLD));
        return Programme.since(Instant.EPOCH, version, rules);
    }
}
