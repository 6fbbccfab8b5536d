package io.guanxi.loyalty.programme.domain;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
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

    public TierRules {
        tiers = List.copyOf(tiers);
    }

    /**
     * @param code kebab-case, unique in the programme
     * @param names by BCP 47 tag
     * @param threshold what must be reached in the window: points, an amount or a number of orders
     */
    public record Tier(String code, Map<String, String> names, BigDecimal threshold) {

        public Tier {
            names = Map.copyOf(names);
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
     * @param months the length: of {@code ROLLING}, counted back from today; of {@code CALENDAR}, of one cycle
     * @param start of {@code CALENDAR}: a day on which a cycle begins
     */
    public record Window(Kind kind, int months, @Nullable MonthDay start) {

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
