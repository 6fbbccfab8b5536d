package io.guanxi.analytics.picture.domain;

import org.jspecify.annotations.Nullable;

/**
 * How likely a customer is lost.
 *
 * @param probability that the band is given by: the risk model's; without one that of having left
 * @param basis {@code risk-model}, {@code lifetime-model}, or {@code silence} if there is neither
 * @param horizonDays of the risk model; null of another basis
 * @param modelVersion of the basis; 0 of silence
 * @param left one less the probability of being alive; null without a lifetime model
 * @param buyingNothing within the risk model's horizon; null without one
 */
public record Risk(
        RiskBand band,
        double probability,
        String basis,
        @Nullable Integer horizonDays,
        int modelVersion,
        @Nullable Double left,
        @Nullable Double buyingNothing) {

    public static final String RISK_MODEL = "risk-model";
    public static final String LIFETIME_MODEL = "lifetime-model";
    public static final String SILENCE = "silence";
}
