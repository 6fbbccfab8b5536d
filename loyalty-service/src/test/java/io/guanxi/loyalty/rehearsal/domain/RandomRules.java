package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningCaps;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.GoodwillRules;
import io.guanxi.loyalty.programme.domain.HoldRules;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PublishedRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.ReferralRules;
import io.guanxi.loyalty.programme.domain.ReversalRules;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.loyalty.programme.domain.RuleBook;
import io.guanxi.loyalty.programme.domain.TierRules;
import io.guanxi.loyalty.programme.domain.TransferRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Any programme that could be, small enough that its limits are met. */
final class RandomRules {

    private final RandomGenerator random;

    RandomRules(RandomGenerator random) {
        this.random = random;
    }

    /** A starting version, some that begin later, and sometimes a correction. */
    RuleBook book(Instant begin, Duration length) {
        var versions = new ArrayList<PublishedRules>();
        versions.add(new PublishedRules(1, Instant.EPOCH, null, Instant.EPOCH, null, rules()));
        int more = random.nextInt(4);
        Instant published = begin;
        for (int i = 0; i < more; i++) {
            int number = versions.size() + 1;
            published = within(published, length.dividedBy(more));
            boolean correction = random.nextInt(3) == 0;
            Instant from = correction ? Instant.EPOCH : published.plus(Duration.ofDays(random.nextInt(1, 60)));
            Integer corrects = correction ? random.nextInt(1, number) : null;
            versions.add(new PublishedRules(number, from, null, published, corrects, rules()));
        }
        return new RuleBook(versions);
    }

    private Instant within(Instant begin, Duration length) {
        return begin.plusSeconds(random.nextLong(length.toSeconds()));
    }

    ProgrammeRules rules() {
        TierRules tiers = random.nextInt(4) == 0 ? null : tiers();
        return new ProgrammeRules(
                ZoneId.of(random.nextBoolean() ? "Asia/Shanghai" : "Europe/Berlin"),
                List.of(purse("points", true), purse("status", false)),
                terms(tiers != null),
                new ReversalRules(oneOf(ReversalRules.Shortfall.values())),
                tiers,
                List.of(
                        reward("ten-off", RewardRules.Kind.VOUCHER, random.nextInt(20, 300)),
                        reward("mug", RewardRules.Kind.GOODS, random.nextInt(50, 2_000))),
                maybe(new ReferralRules(
                        "points", random.nextInt(1, 200), random.nextInt(200), Map.of(), random.nextInt(20), 2)),
                maybe(new TransferRules(random.nextInt(1, 50), random.nextInt(50, 2_000))),
                maybe(new GoodwillRules("points", 500, random.nextInt(500, 1_000))),
                new HoldRules(Duration.ofMinutes(random.nextInt(1, 600))));
    }

    private PurseRules purse(String code, boolean spendable) {
        return new PurseRules(
                code,
                spendable,
                oneOf(RoundingMode.DOWN, RoundingMode.UP, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN),
                maturity(),
                expiry(),
                caps(),
                spendable ? Money.of("0.01", "CNY") : null);
    }

    private MaturityRule maturity() {
        return switch (random.nextInt(3)) {
            case 0 -> MaturityRule.AT_ONCE;
            case 1 -> new MaturityRule(MaturityRule.Start.PAID, random.nextInt(30), null);
            default ->
                new MaturityRule(MaturityRule.Start.DELIVERED, random.nextInt(30), random.nextBoolean() ? null : 60);
        };
    }

    private ExpiryRule expiry() {
        return switch (random.nextInt(4)) {
            case 0 -> ExpiryRule.NEVER;
            case 1 -> ExpiryRule.rolling(random.nextInt(1, 12));
            case 2 -> ExpiryRule.inactivity(random.nextInt(1, 6));
            default -> ExpiryRule.fixed(MonthDay.of(random.nextInt(1, 13), 28), random.nextInt(2));
        };
    }

    private EarningCaps caps() {
        return random.nextInt(3) > 0 ? EarningCaps.NONE : new EarningCaps(300L, 500L, 1_500L);
    }

    private List<EarningTerm> terms(boolean tiered) {
        var terms = new ArrayList<EarningTerm>();
        terms.add(term("base", "points", rate(), 0, Conditions.NONE));
        terms.add(term("level", "status", rate(), 0, Conditions.NONE));
        if (random.nextBoolean()) {
            terms.add(term("gold", "points", rate(), 0, when(tiered ? Set.of("high") : Set.of(), Set.of(), false)));
        }
        if (random.nextBoolean()) {
            terms.add(term("vip", "points", null, 20, when(Set.of(), Set.of("vip"), false)));
        }
        if (random.nextBoolean()) {
            terms.add(term("welcome", "points", null, 50, when(Set.of(), Set.of(), true)));
        }
        return terms;
    }

    private BigDecimal rate() {
        return BigDecimal.valueOf(random.nextInt(1, 300), 2);
    }

    private static EarningTerm term(String name, String purse, @Nullable BigDecimal rate, long fixed, Conditions when) {
        return new EarningTerm(name, purse, rate, Map.of(), fixed, when);
    }

    private static Conditions when(Set<String> tiers, Set<String> grades, boolean first) {
        return new Conditions(Set.of(), Set.of(), Set.of(), tiers, grades, Set.of(), first, null, null, Map.of());
    }

    private TierRules tiers() {
        TierRules.Measure measure = oneOf(TierRules.Measure.values());
        int step = measure == TierRules.Measure.ORDERS ? 2 : 300;
        return new TierRules(
                measure,
                switch (measure) {
                    case POINTS -> "status";
                    case SPEND -> "CNY";
                    case ORDERS -> "";
                },
                random.nextBoolean()
                        ? new TierRules.Window(TierRules.Window.Kind.ROLLING, random.nextInt(1, 13), null)
                        : new TierRules.Window(
                                TierRules.Window.Kind.CALENDAR, random.nextBoolean() ? 12 : 4, MonthDay.of(2, 1)),
                oneOf(TierRules.Upgrade.values()),
                oneOf(TierRules.Downgrade.values()),
                random.nextBoolean() ? 0 : random.nextInt(1, 60),
                List.of(tier("low", 0), tier("middle", step), tier("high", 2 * step)));
    }

    private static TierRules.Tier tier(String code, int threshold) {
        return new TierRules.Tier(code, Map.of(), BigDecimal.valueOf(threshold));
    }

    private RewardRules reward(String code, RewardRules.Kind kind, long price) {
        boolean voucher = kind == RewardRules.Kind.VOUCHER;
        return new RewardRules(
                code,
                Map.of(),
                "points",
                price,
                kind,
                voucher ? Money.of("10.00", "CNY") : null,
                null,
                maybe(2),
                null,
                voucher ? random.nextInt(1, 60) : 0);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
