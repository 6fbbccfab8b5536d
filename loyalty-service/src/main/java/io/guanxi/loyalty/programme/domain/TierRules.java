package io.guanxi.loyalty.programme.domain;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How customers rise and fall between tiers.
 *
 * @param measure what is counted
 * @param unit of {@code POINTS}: the purse; of {@code SPEND}: the ISO 4217 code; of {@code ORDERS}: empty
 * @param window over which it is counted
 * @param upgrade when a higher tier takes effect
 * @param downgrade how far a customer falls who no longer qualifies at a review
 * @param graceDays how long such a customer keeps the tier before falling; 0 is not at all
 * @param tiers from the lowest to the highest; the lowest has threshold 0 and is everybody's
 */
public record TierRules(
        Measure measure,
        String unit,
        Window window,
        Upgrade upgrade,
        Downgrade downgrade,
        int graceDays,
        List<Tier> tiers) {

    private static final int MOST_TIERS = 20;
    private static final int MOST_MONTHS = 120;

    /** Cycles that begin on the same days each year. */
    private static final Set<Integer> CYCLES = new TreeSet<>(Set.of(1, 2, 3, 4, 6, 12));

    public TierRules {
        tiers = List.copyOf(tiers);
        Checks checks = new Checks();
        switch (measure) {
            case POINTS -> checks.code("/unit", unit);
            case SPEND -> checks.currency("/unit", unit);
            case ORDERS -> checks.that(unit.isEmpty(), "/unit", unit, "empty with ORDERS");
        }
        checks.within("/graceDays", graceDays, 0, Checks.MOST_DAYS);
        checks.that(!tiers.isEmpty() && tiers.size() <= MOST_TIERS, "/tiers", tiers.size(), "1 to " + MOST_TIERS);
        checks.unique("/tiers", tiers.stream().map(Tier::code).toList(), "code");
        checkThresholds(checks, measure, tiers);
        checks.refuse();
    }

    private static void checkThresholds(Checks checks, Measure measure, List<Tier> tiers) {
        for (int i = 0; i < tiers.size(); i++) {
            BigDecimal threshold = tiers.get(i).threshold();
            String pointer = "/tiers/" + i + "/threshold";
            if (i == 0) {
                checks.that(threshold.signum() == 0, pointer, threshold, "0, for the lowest tier is everybody's");
            } else {
                BigDecimal below = tiers.get(i - 1).threshold();
                checks.that(
                        threshold.compareTo(below) > 0,
                        pointer,
                        threshold,
                        "more than " + below.toPlainString() + " of the tier below");
            }
            checks.that(
                    measure == Measure.SPEND || threshold.stripTrailingZeros().scale() <= 0,
                    pointer,
                    threshold,
                    "a whole number with " + measure);
        }
    }

    /** The codes from the lowest to the highest. */
    public List<String> codes() {
        return tiers.stream().map(Tier::code).toList();
    }

    /**
     * @param code kebab-case, unique in the programme
     * @param names by BCP 47 tag
     * @param threshold what must be reached in the window: points, an amount or a number of orders
     */
    public record Tier(String code, Map<String, String> names, BigDecimal threshold) {

        public Tier {
            names = Sorted.copyOf(names);
            Checks checks = new Checks();
            checks.code("/code", code);
            checks.names("/names", names);
            checks.amount("/threshold", threshold, new BigDecimal(Checks.MOST_POINTS));
            checks.refuse();
        }
    }

    /** What is counted: of paid orders, net of what was returned or cancelled, on the day of their payment. */
    public enum Measure {
        /** Points earned, whether they are still there or not. */
        POINTS,
        SPEND,
        ORDERS
    }

    /**
     * @param months the length: of {@code ROLLING}, counted back from today; of {@code CALENDAR}, of one cycle, which is a
     *     year or a whole part of it
     * @param start of {@code CALENDAR}: a day on which a cycle begins
     */
    public record Window(Kind kind, int months, @Nullable MonthDay start) {

        public Window {
            Checks checks = new Checks();
            switch (kind) {
                case ROLLING -> {
                    checks.within("/months", months, 1, MOST_MONTHS);
                    checks.that(start == null, "/start", start, "absent with ROLLING");
                }
                case CALENDAR -> {
                    checks.that(CYCLES.contains(months), "/months", months, "one of " + CYCLES + " with CALENDAR");
                    checks.that(start != null, "/start", null, "a day of the year with CALENDAR");
                }
            }
            checks.refuse();
        }

        public enum Kind {
            /** A tier lasts for {@code months} from the day it was reached, and is then reviewed. */
            ROLLING,
            /** All tiers are reviewed when a cycle ends; a tier reached in a cycle lasts to the end of the next. */
            CALENDAR
        }
    }

    public enum Upgrade {
        AT_ONCE,
        AT_REVIEW
    }

    public enum Downgrade {
        ONE_TIER,
        TO_QUALIFIED
    }
}
