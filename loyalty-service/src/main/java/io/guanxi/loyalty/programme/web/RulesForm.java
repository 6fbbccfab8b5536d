package io.guanxi.loyalty.programme.web;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.Conditions;
import io.guanxi.loyalty.programme.domain.EarningCaps;
import io.guanxi.loyalty.programme.domain.EarningTerm;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.GoodwillRules;
import io.guanxi.loyalty.programme.domain.HoldRules;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.PurseRules;
import io.guanxi.loyalty.programme.domain.ReferralRules;
import io.guanxi.loyalty.programme.domain.ReversalRules;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import io.guanxi.loyalty.programme.domain.RewardRules;
import io.guanxi.loyalty.programme.domain.TierRules;
import io.guanxi.loyalty.programme.domain.TransferRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link RulesDocument}. What may be left out is what the programme then does not do. */
final class RulesForm {

    private static final HoldRules USUAL_HOLDS = new HoldRules(Duration.ofMinutes(30));
    private static final String DAY = "a day of the year such as 12-31";
    private static final String DATE = "a date such as 2026-11-11";

    private RulesForm() {}

    static @Nullable ProgrammeRules read(Form form) {
        ZoneId zone = form.parsed("zone", ZoneId::of, "a time zone such as Asia/Shanghai", ZoneOffset.UTC);
        List<PurseRules> purses = form.each("purses", RulesForm::purse);
        List<EarningTerm> earning = form.each("earning", RulesForm::term);
        ReversalRules reversal = form.part("reversal", RulesForm::reversal, new ReversalRules(Shortfall.DEBT));
        TierRules tiers = form.part("tiers", RulesForm::tiers);
        List<RewardRules> rewards = form.each("rewards", RulesForm::reward);
        ReferralRules referral = form.part("referral", RulesForm::referral);
        TransferRules transfers = form.part("transfers", RulesForm::transfers);
        GoodwillRules goodwill = form.part("goodwill", RulesForm::goodwill);
        HoldRules holds = form.part("holds", RulesForm::holds, USUAL_HOLDS);
        return form.made(() -> new ProgrammeRules(
                zone, purses, earning, reversal, tiers, rewards, referral, transfers, goodwill, holds));
    }

    private static @Nullable PurseRules purse(Form form) {
        String code = form.code("code");
        boolean spendable = form.flag("spendable", true);
        RoundingMode rounding = form.one(RoundingMode.class, "rounding", RoundingMode.DOWN);
        MaturityRule maturity = form.part("maturity", RulesForm::maturity, MaturityRule.AT_ONCE);
        ExpiryRule expiry = form.part("expiry", RulesForm::expiry, ExpiryRule.NEVER);
        EarningCaps caps = form.part("caps", RulesForm::caps, EarningCaps.NONE);
        Money value = form.money("value");
        return form.made(() -> new PurseRules(code, spendable, rounding, maturity, expiry, caps, value));
    }

    private static @Nullable MaturityRule maturity(Form form) {
        MaturityRule.Start after = form.one(MaturityRule.Start.class, "after");
        int days = form.small("days", 0);
        Integer atLatestDays = form.smallIfThere("atLatestDays");
        return form.made(() -> new MaturityRule(after, days, atLatestDays));
    }

    private static @Nullable ExpiryRule expiry(Form form) {
        ExpiryRule.Kind kind = form.one(ExpiryRule.Kind.class, "kind");
        int months = form.small("months", 0);
        MonthDay day = form.parsed("day", Words::day, DAY);
        int years = form.small("years", 0);
        return form.made(() -> new ExpiryRule(kind, months, day, years));
    }

    private static @Nullable EarningCaps caps(Form form) {
        Long perOrder = form.wholeIfThere("perOrder");
        Long perDay = form.wholeIfThere("perDay");
        Long perMonth = form.wholeIfThere("perMonth");
        return form.made(() -> new EarningCaps(perOrder, perDay, perMonth));
    }

    private static @Nullable EarningTerm term(Form form) {
        String name = form.code("name");
        String purse = form.code("purse");
        BigDecimal defaultRate = form.decimalIfThere("defaultRate");
        Map<String, BigDecimal> rates = form.decimals("rates");
        long fixed = form.whole("fixed", 0);
        Conditions when = form.part("when", RulesForm::when, Conditions.NONE);
        return form.made(() -> new EarningTerm(name, purse, defaultRate, rates, fixed, when));
    }

    private static @Nullable Conditions when(Form form) {
        Set<String> categories = form.texts("categories");
        Set<String> brands = form.texts("brands");
        Set<String> channels = form.texts("channels");
        Set<String> tiers = form.texts("tiers");
        Set<String> grades = form.texts("grades");
        Set<String> occasions = form.texts("occasions");
        boolean firstOrder = form.flag("firstOrder", false);
        LocalDate from = form.parsed("from", LocalDate::parse, DATE);
        LocalDate until = form.parsed("until", LocalDate::parse, DATE);
        Map<String, BigDecimal> minimum = form.decimals("minimum");
        return form.made(() -> new Conditions(
                categories, brands, channels, tiers, grades, occasions, firstOrder, from, until, minimum));
    }

    private static @Nullable ReversalRules reversal(Form form) {
        Shortfall shortfall = form.one(Shortfall.class, "shortfall");
        return form.made(() -> new ReversalRules(shortfall));
    }

    private static @Nullable TierRules tiers(Form form) {
        TierRules.Measure measure = form.one(TierRules.Measure.class, "measure");
        String unit = form.has("unit") || measure != TierRules.Measure.ORDERS ? form.code("unit") : "";
        TierRules.Window rolling = new TierRules.Window(TierRules.Window.Kind.ROLLING, 12, null);
        TierRules.Window window = form.part("window", RulesForm::window, rolling);
        TierRules.Upgrade upgrade = form.one(TierRules.Upgrade.class, "upgrade", TierRules.Upgrade.AT_ONCE);
        TierRules.Downgrade downgrade = form.one(TierRules.Downgrade.class, "downgrade", TierRules.Downgrade.ONE_TIER);
        int graceDays = form.small("graceDays", 0);
        List<TierRules.Tier> tiers = form.each("tiers", RulesForm::tier);
        return form.made(() -> new TierRules(measure, unit, window, upgrade, downgrade, graceDays, tiers));
    }

    private static TierRules.@Nullable Window window(Form form) {
        TierRules.Window.Kind kind = form.one(TierRules.Window.Kind.class, "kind");
        int months = form.small("months", 0);
        MonthDay start = form.parsed("start", Words::day, DAY);
        return form.made(() -> new TierRules.Window(kind, months, start));
    }

    private static TierRules.@Nullable Tier tier(Form form) {
        String code = form.code("code");
        Map<String, String> names = form.names("names");
        BigDecimal threshold = form.decimal("threshold");
        return form.made(() -> new TierRules.Tier(code, names, threshold));
    }

    private static @Nullable RewardRules reward(Form form) {
        String code = form.code("code");
        Map<String, String> names = form.names("names");
        String purse = form.code("purse");
        long price = form.whole("price");
        RewardRules.Kind kind = form.one(RewardRules.Kind.class, "kind");
        Money value = form.money("value");
        Long stock = form.wholeIfThere("stock");
        Integer perCustomer = form.smallIfThere("perCustomer");
        String tier = form.codeIfThere("tier");
        int validDays = form.small("validDays", 0);
        return form.made(
                () -> new RewardRules(code, names, purse, price, kind, value, stock, perCustomer, tier, validDays));
    }

    private static @Nullable ReferralRules referral(Form form) {
        String purse = form.code("purse");
        long referrer = form.whole("referrer", 0);
        long friend = form.whole("friend", 0);
        Map<String, BigDecimal> minimum = form.decimals("minimum");
        int finalAfterDays = form.small("finalAfterDays", 0);
        int mostPerYear = form.small("mostPerYear", 0);
        return form.made(() -> new ReferralRules(purse, referrer, friend, minimum, finalAfterDays, mostPerYear));
    }

    private static @Nullable TransferRules transfers(Form form) {
        long least = form.whole("least", 1);
        long mostPerMonth = form.whole("mostPerMonth");
        return form.made(() -> new TransferRules(least, mostPerMonth));
    }

    private static @Nullable GoodwillRules goodwill(Form form) {
        String purse = form.code("purse");
        long mostPerGrant = form.whole("mostPerGrant");
        long mostPerCustomerAndYear = form.whole("mostPerCustomerAndYear");
        return form.made(() -> new GoodwillRules(purse, mostPerGrant, mostPerCustomerAndYear));
    }

    private static @Nullable HoldRules holds(Form form) {
        Duration longest = form.parsed("longest", Duration::parse, "a time such as PT30M", USUAL_HOLDS.longest());
        return form.made(() -> new HoldRules(longest));
    }
}
