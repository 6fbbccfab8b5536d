package io.guanxi.loyalty.account.domain;

import io.guanxi.loyalty.programme.domain.TierRules;
import io.guanxi.loyalty.programme.domain.TierRules.Downgrade;
import io.guanxi.loyalty.programme.domain.TierRules.Measure;
import io.guanxi.loyalty.programme.domain.TierRules.Tier;
import io.guanxi.loyalty.programme.domain.TierRules.Upgrade;
import io.guanxi.loyalty.programme.domain.TierRules.Window;
import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules of tiers over {@code basic}, which is everybody's. */
public final class TiersFixture {

    public static final Window CALENDAR_YEAR = new Window(Window.Kind.CALENDAR, 12, MonthDay.of(1, 1));

    private final Measure measure;
    private final String unit;
    private final List<Tier> tiers;
    private Window window = CALENDAR_YEAR;
    private Upgrade upgrade = Upgrade.AT_ONCE;
    private Downgrade downgrade = Downgrade.TO_QUALIFIED;
    private int graceDays;

    private TiersFixture(Measure measure, String unit, String[] codesAndThresholds) {
        this.measure = measure;
        this.unit = unit;
        var all = new ArrayList<Tier>();
        all.add(new Tier("basic", Map.of(), BigDecimal.ZERO));
        for (int i = 0; i < codesAndThresholds.length; i += 2) {
            all.add(new Tier(codesAndThresholds[i], Map.of(), new BigDecimal(codesAndThresholds[i + 1])));
        }
        tiers = List.copyOf(all);
    }

    /** @param codesAndThresholds such as {@code "silver", "500", "gold", "1000"} */
    public static TiersFixture points(String... codesAndThresholds) {
        return new TiersFixture(Measure.POINTS, LedgerEntry.MAIN_PURSE, codesAndThresholds);
    }

    public static TiersFixture pointsOf(String purse, String... codesAndThresholds) {
        return new TiersFixture(Measure.POINTS, purse, codesAndThresholds);
    }

    public static TiersFixture spend(String... codesAndThresholds) {
        return new TiersFixture(Measure.SPEND, "CNY", codesAndThresholds);
    }

    public static TiersFixture orders(String... codesAndThresholds) {
        return new TiersFixture(Measure.ORDERS, "", codesAndThresholds);
    }

    public TiersFixture over(Window window) {
        this.window = window;
        return this;
    }

    public TiersFixture rolling(int months) {
        return over(new Window(Window.Kind.ROLLING, months, null));
    }

    public TiersFixture cycles(int months, int month, int day) {
        return over(new Window(Window.Kind.CALENDAR, months, MonthDay.of(month, day)));
    }

    public TiersFixture risingAtReview() {
        upgrade = Upgrade.AT_REVIEW;
        return this;
    }

    public TiersFixture fallingByOne() {
        downgrade = Downgrade.ONE_TIER;
        return this;
    }

    public TiersFixture grace(int days) {
        graceDays = days;
        return this;
    }

    public TierRules build() {
        return new TierRules(measure, unit, window, upgrade, downgrade, graceDays, tiers);
    }
}
