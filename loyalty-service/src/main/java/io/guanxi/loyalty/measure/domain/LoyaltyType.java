package io.guanxi.loyalty.measure.domain;

/** Why a customer may come back, other than for liking the shop. */
public enum LoyaltyType {
    /** Comes for points, vouchers and campaigns. */
    INCENTIVE,
    /** Comes when it is cheap. */
    PRICE,
    /** Comes out of habit. */
    INERTIA,
    /** Comes because there is nowhere else to go. */
    MONOPOLY
}
