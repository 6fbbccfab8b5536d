package io.guanxi.loyalty.programme.domain;

import static io.guanxi.loyalty.programme.domain.SomeRules.debt;
import static io.guanxi.loyalty.programme.domain.SomeRules.holds;
import static io.guanxi.loyalty.programme.domain.SomeRules.points;
import static io.guanxi.loyalty.programme.domain.SomeRules.purse;
import static io.guanxi.loyalty.programme.domain.SomeRules.term;
import static io.guanxi.loyalty.programme.domain.SomeRules.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.guanxi.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusingImpossibleRulesTest {

    private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @ParameterizedTest(name = "{0}")
    @MethodSource({"purses", "terms", "tiers", "rewardsAndGifts", "crossReferences", "versions"})
    void aRuleThatCannotBeNamesTheFieldTheValueAndWhatIsExpected(String message, ThrowingCallable making) {
        assertThat(catchThrowableOfType(ImpossibleRules.class, making)).hasMessage(message);
    }

    static Stream<Arguments> purses() {
        String code = "at most 50 lower-case letters, digits and hyphens, such as double-points";
        String roundings = "one of [UP, DOWN, HALF_UP, HALF_DOWN, HALF_EVEN]";
        return Stream.of(
                refused("/code: Points", code, () -> purse("Points", true)),
                refused("/code: two--hyphens", code, () -> purse("two--hyphens", true)),
                refused("/code: " + "p".repeat(51), code, () -> purse("p".repeat(51), true)),
                refused("/rounding: FLOOR", roundings, () -> rounded(RoundingMode.FLOOR)),
                refused("/rounding: UNNECESSARY", roundings, () -> rounded(RoundingMode.UNNECESSARY)),
                refused("/value/amount: 0", "more than 0 with at most 6 decimals", () -> worth("0")),
                refused("/value/amount: -0.01", "more than 0 with at most 6 decimals", () -> worth("-0.01")),
                refused("/value/amount: 0.0000001", "more than 0 with at most 6 decimals", () -> worth("0.0000001")),
                refused("/days: -1", "0 to 3650", () -> new MaturityRule(MaturityRule.Start.PAID, -1, null)),
                refused("/atLatestDays: 3", "absent with PAID", () -> new MaturityRule(MaturityRule.Start.PAID, 1, 3)),
                refused(
                        "/atLatestDays: 13",
                        "14 to 3650",
                        () -> new MaturityRule(MaturityRule.Start.DELIVERED, 14, 13)),
                refused("/months: 0", "1 to 600", () -> ExpiryRule.rolling(0)),
                refused("/months: 601", "1 to 600", () -> ExpiryRule.inactivity(601)),
                refused("/years: -1", "0 to 50", () -> ExpiryRule.fixed(NEW_YEAR, -1)),
                refused(
                        "/day: absent",
                        "a day of the year with FIXED",
                        () -> new ExpiryRule(ExpiryRule.Kind.FIXED, 0, null, 0)),
                refused(
                        "/day: --01-01",
                        "absent with ROLLING",
                        () -> new ExpiryRule(ExpiryRule.Kind.ROLLING, 1, NEW_YEAR, 0)),
                refused("/months: 1", "0 with NEVER", () -> new ExpiryRule(ExpiryRule.Kind.NEVER, 1, null, 0)),
                refused("/years: 1", "0 with NEVER", () -> new ExpiryRule(ExpiryRule.Kind.NEVER, 0, null, 1)),
                refused("/perOrder: 0", "1 to 1000000000000000", () -> new EarningCaps(0L, null, null)),
                refused("/perDay: 9", "10 to 1000000000000000", () -> new EarningCaps(10L, 9L, null)),
                refused("/perMonth: 9", "10 to 1000000000000000", () -> new EarningCaps(null, 10L, 9L)),
                refused("/perMonth: 9", "10 to 1000000000000000", () -> new EarningCaps(10L, null, 9L)));
    }

    static Stream<Arguments> terms() {
        String rate = "0 to 1000000 with at most 6 decimals";
        String currency = "an ISO 4217 code, three capital letters";
        return Stream.of(
                refused("/defaultRate: -1", rate, () -> term("base", "-1")),
                refused("/defaultRate: 1000000.1", rate, () -> term("base", "1000000.1")),
                refused("/defaultRate: 0.0000001", rate, () -> term("base", "0.0000001")),
                refused("/rates/CNY: -1", rate, () -> rated("CNY", "-1")),
                refused("/rates/yen: yen", currency, () -> rated("yen", "1")),
                refused("/rates/a~1b: a/b", currency, () -> rated("a/b", "1")),
                refused(
                        "/fixed: -1",
                        "0 to 1000000000",
                        () -> new EarningTerm("gift", "points", null, Map.of(), -1, Conditions.NONE)),
                refused(
                        "/until: 2026-10-31",
                        "not before /from, 2026-11-01",
                        () -> between(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 10, 31))),
                refused(
                        "/minimum/CNY: -5",
                        "0 to 1000000000000 with at most 6 decimals",
                        () -> asking(Set.of(), Map.of("CNY", new BigDecimal("-5")))),
                refused("/categories: [ ]", "texts of 1 to 100 characters", () -> asking(Set.of(" "), Map.of())));
    }

    static Stream<Arguments> tiers() {
        return Stream.of(
                refused(
                        "/unit: cny",
                        "an ISO 4217 code, three capital letters",
                        () -> tiered(TierRules.Measure.SPEND, "cny", 0, tier("basic", "0"))),
                refused(
                        "/unit: CNY",
                        "empty with ORDERS",
                        () -> tiered(TierRules.Measure.ORDERS, "CNY", 0, tier("basic", "0"))),
                refused(
                        "/graceDays: -1",
                        "0 to 3650",
                        () -> tiered(TierRules.Measure.ORDERS, "", -1, tier("basic", "0"))),
                refused("/tiers: 0", "1 to 20", () -> tiered(TierRules.Measure.ORDERS, "", 0)),
                refused(
                        "/tiers/0/threshold: 1",
                        "0, for the lowest tier is everybody's",
                        () -> tiered(TierRules.Measure.ORDERS, "", 0, tier("basic", "1"))),
                refused(
                        "/tiers/2/threshold: 5.0",
                        "more than 5 of the tier below",
                        () -> tiered(
                                TierRules.Measure.ORDERS,
                                "",
                                0,
                                tier("basic", "0"),
                                tier("gold", "5"),
                                tier("top", "5.0"))),
                refused(
                        "/tiers/1/threshold: 5.5",
                        "a whole number with POINTS",
                        () -> tiered(TierRules.Measure.POINTS, "points", 0, tier("basic", "0"), tier("gold", "5.5"))),
                refused(
                        "/tiers/1/code: basic",
                        "each once",
                        () -> tiered(TierRules.Measure.ORDERS, "", 0, tier("basic", "0"), tier("basic", "5"))),
                refused("/threshold: -1", "0 to 1000000000000000 with at most 6 decimals", () -> tier("basic", "-1")),
                refused(
                        "/names/zh_CN: zh_CN",
                        "a BCP 47 tag, such as zh-CN",
                        () -> new TierRules.Tier("gold", Map.of("zh_CN", "金卡"), BigDecimal.ZERO)),
                refused(
                        "/names/en:  ",
                        "a text of 1 to 100 characters",
                        () -> new TierRules.Tier("gold", Map.of("en", " "), BigDecimal.ZERO)),
                refused("/months: 0", "1 to 120", () -> window(TierRules.Window.Kind.ROLLING, 0, null)),
                refused(
                        "/start: --01-01",
                        "absent with ROLLING",
                        () -> window(TierRules.Window.Kind.ROLLING, 12, NEW_YEAR)),
                refused(
                        "/months: 5",
                        "one of [1, 2, 3, 4, 6, 12] with CALENDAR",
                        () -> window(TierRules.Window.Kind.CALENDAR, 5, NEW_YEAR)),
                refused(
                        "/start: absent",
                        "a day of the year with CALENDAR",
                        () -> window(TierRules.Window.Kind.CALENDAR, 12, null)));
    }

    static Stream<Arguments> rewardsAndGifts() {
        Money ten = Money.of("10", "CNY");
        return Stream.of(
                refused("/price: 0", "1 to 1000000000000000", () -> voucher(0, ten, null, null, 1)),
                refused("/value: absent", "an amount of money with VOUCHER", () -> voucher(1, null, null, null, 1)),
                refused(
                        "/value/amount: 0",
                        "more than 0 with at most 6 decimals",
                        () -> voucher(1, Money.zero("CNY"), null, null, 1)),
                refused("/validDays: 0", "1 to 3650", () -> voucher(1, ten, null, null, 0)),
                refused("/stock: -1", "0 to 1000000000000000", () -> voucher(1, ten, -1L, null, 1)),
                refused("/perCustomer: 0", "1 to 2147483647", () -> voucher(1, ten, null, 0, 1)),
                refused("/value: 10 CNY", "absent with GOODS", () -> goods(ten, 0)),
                refused("/validDays: 7", "0 with GOODS", () -> goods(null, 7)),
                refused("/referrer: -1", "0 to 1000000000000000", () -> referral(-1, 1, 14, 1)),
                refused("/referrer: 0", "more than 0, for /friend is 0 too", () -> referral(0, 0, 14, 1)),
                refused("/finalAfterDays: -1", "0 to 3650", () -> referral(1, 1, -1, 1)),
                refused("/mostPerYear: 0", "1 to 10000", () -> referral(1, 1, 14, 0)),
                refused("/least: 0", "1 to 1000000000000000", () -> new TransferRules(0, 10)),
                refused("/mostPerMonth: 9", "10 to 1000000000000000", () -> new TransferRules(10, 9)),
                refused("/mostPerGrant: 0", "1 to 1000000000000000", () -> new GoodwillRules("points", 0, 1)),
                refused("/mostPerCustomerAndYear: 4", "5 to 1000000000000000", () -> new GoodwillRules("points", 5, 4)),
                refused("/longest: PT0S", "more than PT0S and at most PT720H", () -> new HoldRules(Duration.ZERO)),
                refused(
                        "/longest: PT721H",
                        "more than PT0S and at most PT720H",
                        () -> new HoldRules(Duration.ofHours(721))));
    }

    static Stream<Arguments> crossReferences() {
        List<PurseRules> two = List.of(points(), purse("status", false));
        List<EarningTerm> none = List.of();
        return Stream.of(
                refused("/purses: 0", "1 to 10 purses", () -> rules(List.of(), none, null)),
                refused(
                        "/purses: 11",
                        "1 to 10 purses",
                        () -> rules(
                                Stream.iterate(0, i -> i + 1)
                                        .limit(11)
                                        .map(i -> purse("p" + i, true))
                                        .toList(),
                                none,
                                null)),
                refused("/purses/1/code: points", "each once", () -> rules(List.of(points(), points()), none, null)),
                refused(
                        "/purses/0/spendable: false",
                        "true, for the first is the main purse",
                        () -> rules(List.of(purse("status", false)), none, null)),
                refused(
                        "/earning/1/name: base",
                        "each once",
                        () -> rules(two, List.of(term("base", "1"), term("base", "2")), null)),
                refused(
                        "/earning: 201",
                        "at most 200 terms",
                        () -> rules(
                                two,
                                Stream.iterate(0, i -> i + 1)
                                        .limit(201)
                                        .map(i -> term("t" + i, "1"))
                                        .toList(),
                                null)),
                refused(
                        "/earning/0/purse: miles",
                        "one of [points, status]",
                        () -> rules(
                                two,
                                List.of(new EarningTerm("base", "miles", BigDecimal.ONE, Map.of(), 0, Conditions.NONE)),
                                null)),
                refused(
                        "/earning/0/when/tiers: gold",
                        "nothing, for there is none",
                        () -> rules(two, List.of(forTier("gold")), null)),
                refused(
                        "/earning/0/when/tiers: silver",
                        "one of [basic, gold]",
                        () -> rules(two, List.of(forTier("silver")), SomeRules.tiers())),
                refused(
                        "/tiers/unit: status",
                        "one of [points]",
                        () -> rules(List.of(points()), none, SomeRules.tiers())),
                refused(
                        "/rewards/0/purse: status",
                        "a purse that is spendable: [points]",
                        () -> offering(
                                two,
                                new RewardRules(
                                        "mug",
                                        Map.of(),
                                        "status",
                                        1,
                                        RewardRules.Kind.GOODS,
                                        null,
                                        null,
                                        null,
                                        null,
                                        0))),
                refused(
                        "/rewards/0/tier: gold",
                        "nothing, for there is none",
                        () -> offering(
                                two,
                                new RewardRules(
                                        "mug",
                                        Map.of(),
                                        "points",
                                        1,
                                        RewardRules.Kind.GOODS,
                                        null,
                                        null,
                                        null,
                                        "gold",
                                        0))),
                refused("/referral/purse: miles", "one of [points, status]", () -> gifts(two, "miles", "points")),
                refused(
                        "/goodwill/purse: status",
                        "a purse that is spendable: [points]",
                        () -> gifts(two, "status", "status")));
    }

    static Stream<Arguments> versions() {
        ProgrammeRules rules = SomeRules.giving("1");
        return Stream.of(
                refused("/version: 0", "1 to 2147483647", () -> new PublishedRules(0, NOW, null, NOW, null, rules)),
                refused(
                        "/until: " + NOW,
                        "later than /from, " + NOW,
                        () -> new PublishedRules(1, NOW, NOW, NOW, null, rules)),
                refused("/corrects: 2", "a version before 2", () -> new PublishedRules(2, NOW, null, NOW, 2, rules)),
                refused("/versions: none", "at least one", () -> new RuleBook(List.of())),
                refused(
                        "/versions/1/version: 1",
                        "each once",
                        () -> new RuleBook(Collections.nCopies(2, new PublishedRules(1, NOW, null, NOW, null, rules)))),
                refused(
                        "/versions/0/corrects: 1",
                        "one of [2]",
                        () -> new RuleBook(List.of(new PublishedRules(2, NOW, null, NOW, 1, rules)))));
    }

    @Test
    void allThatIsWrongWithOnePartIsToldAtOnce() {
        ImpossibleRules refused = catchThrowableOfType(
                ImpossibleRules.class,
                () -> new EarningTerm(
                        "Base", "POINTS", new BigDecimal("-1"), Map.of("x", BigDecimal.ONE), -1, Conditions.NONE));

        assertThat(refused.faults())
                .extracting(ImpossibleRules.Fault::pointer)
                .containsExactly("/name", "/purse", "/defaultRate", "/rates/x", "/fixed");
    }

    @Test
    void equalRulesListTheirWordsInTheSameOrderWhereverTheyWereWritten() {
        Conditions one = asking(Set.of("tea", "coffee", "cocoa"), Map.of());

        assertThat(one.categories()).containsExactly("cocoa", "coffee", "tea");
        assertThat(rated("JPY", "1").rates()).isUnmodifiable();
    }

    private static Arguments refused(String found, String expected, ThrowingCallable making) {
        return arguments(found + " (expected: " + expected + ")", making);
    }

    private static PurseRules rounded(RoundingMode rounding) {
        return new PurseRules("points", true, rounding, MaturityRule.AT_ONCE, ExpiryRule.NEVER, EarningCaps.NONE, null);
    }

    private static PurseRules worth(String amount) {
        return new PurseRules(
                "points",
                true,
                RoundingMode.DOWN,
                MaturityRule.AT_ONCE,
                ExpiryRule.NEVER,
                EarningCaps.NONE,
                Money.of(amount, "CNY"));
    }

    private static EarningTerm rated(String currency, String rate) {
        return new EarningTerm("base", "points", null, Map.of(currency, new BigDecimal(rate)), 0, Conditions.NONE);
    }

    private static EarningTerm forTier(String tier) {
        Conditions when = new Conditions(
                Set.of(), Set.of(), Set.of(), Set.of(tier), Set.of(), Set.of(), false, null, null, Map.of());
        return new EarningTerm("base", "points", BigDecimal.ONE, Map.of(), 0, when);
    }

    private static Conditions between(LocalDate from, LocalDate until) {
        return new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, from, until, Map.of());
    }

    private static Conditions asking(Set<String> categories, Map<String, BigDecimal> minimum) {
        return new Conditions(categories, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, null, null, minimum);
    }

    private static TierRules tiered(TierRules.Measure measure, String unit, int graceDays, TierRules.Tier... tiers) {
        return new TierRules(
                measure,
                unit,
                window(TierRules.Window.Kind.ROLLING, 12, null),
                TierRules.Upgrade.AT_ONCE,
                TierRules.Downgrade.ONE_TIER,
                graceDays,
                List.of(tiers));
    }

    private static TierRules.Window window(TierRules.Window.Kind kind, int months, @Nullable MonthDay start) {
        return new TierRules.Window(kind, months, start);
    }

    private static RewardRules voucher(
            long price, @Nullable Money value, @Nullable Long stock, @Nullable Integer perCustomer, int validDays) {
        return new RewardRules(
                "ten-off",
                Map.of(),
                "points",
                price,
                RewardRules.Kind.VOUCHER,
                value,
                stock,
                perCustomer,
                null,
                validDays);
    }

    private static RewardRules goods(@Nullable Money value, int validDays) {
        return new RewardRules(
                "mug", Map.of(), "points", 1, RewardRules.Kind.GOODS, value, null, null, null, validDays);
    }

    private static ReferralRules referral(long referrer, long friend, int finalAfterDays, int mostPerYear) {
        return new ReferralRules("points", referrer, friend, Map.of(), finalAfterDays, mostPerYear);
    }

    private static ProgrammeRules rules(List<PurseRules> purses, List<EarningTerm> earning, @Nullable TierRules tiers) {
        return new ProgrammeRules(SomeRules.ZONE, purses, earning, debt(), tiers, List.of(), null, null, null, holds());
    }

    private static ProgrammeRules offering(List<PurseRules> purses, RewardRules reward) {
        return new ProgrammeRules(
                SomeRules.ZONE, purses, List.of(), debt(), null, List.of(reward), null, null, null, holds());
    }

    private static ProgrammeRules gifts(List<PurseRules> purses, String referral, String goodwill) {
        return new ProgrammeRules(
                SomeRules.ZONE,
                purses,
                List.of(),
                debt(),
                null,
                List.of(),
                new ReferralRules(referral, 1, 1, Map.of(), 14, 1),
                null,
                new GoodwillRules(goodwill, 1, 1),
                holds());
    }
}
