package io.guanxi.loyalty.programme.domain;

import io.guanxi.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules for tests: the least that a programme can say, and a programme that says everything. */
public final class SomeRules {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private SomeRules() {}

    /** One purse, and one term that gives so many points for one unit of any currency. */
    public static ProgrammeRules giving(String rate) {
        return new ProgrammeRules(
                ZONE,
                List.of(points()),
                List.of(term("base", rate)),
                debt(),
                null,
                List.of(),
                null,
                null,
                null,
                holds());
    }

    /** As the one above, with one more purse. */
    public static ProgrammeRules givingAlso(String rate, String purse) {
        return new ProgrammeRules(
                ZONE,
                List.of(points(), statusPurse(purse)),
                List.of(term("base", rate)),
                debt(),
                null,
                List.of(),
                null,
                null,
                null,
                holds());
    }

    public static ProgrammeRules withEverything() {
        return new ProgrammeRules(
                ZONE,
                List.of(
                        new PurseRules(
                                "points",
                                true,
                                RoundingMode.HALF_UP,
                                new MaturityRule(MaturityRule.Start.DELIVERED, 14, 60),
                                ExpiryRule.fixed(MonthDay.of(12, 31), 1),
                                new EarningCaps(1_000L, 2_000L, 10_000L),
                                Money.of("0.01", "CNY")),
                        statusPurse("status")),
                List.of(
                        new EarningTerm(
                                "base",
                                "points",
                                BigDecimal.ONE,
                                Map.of("JPY", new BigDecimal("0.05"), "USD", new BigDecimal("7")),
                                0,
                                Conditions.NONE),
                        new EarningTerm("welcome", "points", null, Map.of(), 100, everyCondition())),
                new ReversalRules(ReversalRules.Shortfall.CLAWBACK),
                tiers(),
                List.of(
                        new RewardRules(
                                "ten-off",
                                Map.of("en", "10 off", "zh-CN", "10元券"),
                                "points",
                                1_000,
                                RewardRules.Kind.VOUCHER,
                                Money.of("10.00", "CNY"),
                                5_000L,
                                2,
                                "gold",
                                30),
                        new RewardRules(
                                "mug", Map.of(), "points", 800, RewardRules.Kind.GOODS, null, null, null, null, 0)),
                new ReferralRules("points", 200, 100, Map.of("CNY", new BigDecimal("50")), 14, 10),
                new TransferRules(100, 5_000),
                new GoodwillRules("points", 500, 2_000),
                new HoldRules(Duration.ofMinutes(15)));
    }

    static Conditions everyCondition() {
        return new Conditions(
                Set.of("tea", "coffee"),
                Set.of("Longjing"),
                Set.of("app"),
                Set.of("gold"),
                Set.of("platinum"),
                Set.of("birthday"),
                true,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 11),
                Map.of("CNY", new BigDecimal("99.00")));
    }

    static TierRules tiers() {
        return new TierRules(
                TierRules.Measure.POINTS,
                "status",
                new TierRules.Window(TierRules.Window.Kind.CALENDAR, 12, MonthDay.of(1, 1)),
                TierRules.Upgrade.AT_ONCE,
                TierRules.Downgrade.ONE_TIER,
                30,
                List.of(tier("basic", "0"), tier("gold", "1000")));
    }

    static TierRules.Tier tier(String code, String threshold) {
        return new TierRules.Tier(code, Map.of("en", code), new BigDecimal(threshold));
    }

    static PurseRules points() {
        return purse("points", true);
    }

    static PurseRules statusPurse(String code) {
        return purse(code, false);
    }

    static PurseRules purse(String code, boolean spendable) {
        return new PurseRules(
                code, spendable, RoundingMode.DOWN, MaturityRule.AT_ONCE, ExpiryRule.NEVER, EarningCaps.NONE, null);
    }

    static EarningTerm term(String name, @Nullable String rate) {
        return new EarningTerm(
                name, "points", rate == null ? null : new BigDecimal(rate), Map.of(), 0, Conditions.NONE);
    }

    static ReversalRules debt() {
        return new ReversalRules(ReversalRules.Shortfall.DEBT);
    }

    static HoldRules holds() {
        return new HoldRules(Duration.ofMinutes(15));
    }
}
