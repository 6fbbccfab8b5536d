package io.guanxi.loyalty.measure.domain;

import org.jspecify.annotations.Nullable;

/** How a customer thinks of the shop, as far as anybody has asked. Orders do not show it. */
public enum Attitude {
    HIGH,
    LOW,
    UNKNOWN;

    /** @param satisfaction as the customer answered, from 1 to 5; null if unknown */
    static Attitude of(@Nullable Integer satisfaction, LoyaltyRule rule) {
        if (satisfaction == null) {
            return UNKNOWN;
        }
        return satisfaction >= rule.satisfied() ? HIGH : LOW;
    }
}
