package io.guanxi.loyalty.measure.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a customer's loyalty looks like one of a type.
 *
 * @param criteria what was looked at; all must be met. Empty if nothing can be seen
 * @param notSeen what would matter too and is not reported to this service
 */
public record Judgement(LoyaltyType type, Verdict verdict, List<Criterion> criteria, List<NotSeen> notSeen) {

    private static final int SHOWN_DECIMALS = 2;

    public Judgement {
        criteria = List.copyOf(criteria);
        notSeen = List.copyOf(notSeen);
    }

    public enum Verdict {
        YES,
        NO,
        TOO_LITTLE_DATA,
        /** Nothing that this service knows would show it. */
        CANNOT_BE_SEEN
    }

    /**
     * @param value as it is, not rounded; absent if it is not known
     * @param bound what it is held against
     */
    public record Criterion(Measure measure, @Nullable BigDecimal value, Comparison comparison, BigDecimal bound) {

        public boolean met() {
            return value != null
                    && switch (comparison) {
                        case AT_LEAST -> value.compareTo(bound) >= 0;
                        case AT_MOST -> value.compareTo(bound) <= 0;
                    };
        }

        /** With two decimals, or as many more as it takes to see on which side of the bound it is; absent if not known. */
        public @Nullable BigDecimal shown() {
            if (value == null) {
                return null;
            }
            for (int decimals = SHOWN_DECIMALS; decimals < value.scale(); decimals++) {
                BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
                if (rounded.compareTo(bound) == value.compareTo(bound)) {
                    return rounded;
                }
            }
            return value;
        }
    }

    public enum Comparison {
        AT_LEAST,
        AT_MOST
    }

    /** Of the orders in the window. */
    public enum Measure {
        ORDERS,
        SHARE_WITH_INCENTIVE,
        SHARE_IN_CAMPAIGN,
        CHANNELS,
        SHARE_WITH_KNOWN_CHANNEL,
        INTERVAL_VARIATION
    }

    public enum NotSeen {
        /** Whether goods were bought below their usual price: orders say what was paid and not what it would have cost. */
        USUAL_PRICES,
        /** Whether there is another shop to go to: one shop's orders do not show it. */
        OTHER_SHOPS
    }
}
