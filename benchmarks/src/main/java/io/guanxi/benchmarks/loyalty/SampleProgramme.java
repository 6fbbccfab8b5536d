package io.guanxi.benchmarks.loyalty;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningCaps;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.HoldRules;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.ReversalRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.TierRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A programme with two currencies of points, a wait, an expiry and three tiers, and a draft that changes each of them. */
final class SampleProgramme {

    static final RuleBook REAL = new RuleBook(List.of(
            new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, rules("1", 12, 14, "1000", "3000"))));

    static final ProgrammeRules DRAFT = rules("1.2", 9, 7, "1200", "2500");

    private SampleProgramme() {}

    private static ProgrammeRules rules(String rate, int months, int days, String silver, String gold) {
        return new ProgrammeRules(
                ZoneId.of("Asia/Shanghai"),
                List.of(purse("points", true, months, days), purse("status", false, 24, 0)),
                List.of(
                        term("base", "points", rate, Conditions.NONE),
                        term("gold", "points", "0.5", forTier("gold")),
                        term("level", "status", "1", Conditions.NONE)),
                new ReversalRules(ReversalRules.Shortfall.DEBT),
                new TierRules(
                        TierRules.Measure.POINTS,
                        "status",
                        new TierRules.Window(TierRules.Window.Kind.ROLLING, 12, null),
                        TierRules.Upgrade.AT_ONCE,
                        TierRules.Downgrade.ONE_TIER,
                        30,
                        List.of(tier("basic", "0"), tier("silver", silver), tier("gold", gold))),
                List.of(),
                null,
                null,
                null,
                new HoldRules(Duration.ofMinutes(30)));
    }

    private static PurseRules purse(String code, boolean spendable, int months, int days) {
        return new PurseRules(
                code,
                spendable,
                RoundingMode.DOWN,
                spendable ? new MaturityRule(MaturityRule.Start.DELIVERED, days, 60) : MaturityRule.AT_ONCE,
                ExpiryRule.rolling(months),
                EarningCaps.NONE,
                spendable ? Money.of("0.01", "CNY") : null);
    }

    private static EarningTerm term(String name, String purse, String rate, Conditions when) {
        return new EarningTerm(name, purse, new BigDecimal(rate), Map.of(), 0, when);
    }

    private static Conditions forTier(String tier) {
        return new Conditions(
                Set.of(), Set.of(), Set.of(), Set.of(tier), Set.of(), Set.of(), false, null, null, Map.of());
    }

    private static TierRules.Tier tier(String code, String threshold) {
        return new TierRules.Tier(code, Map.of(), new BigDecimal(threshold));
    }
}
