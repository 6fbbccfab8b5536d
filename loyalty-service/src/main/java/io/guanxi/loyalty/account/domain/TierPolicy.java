package io.guanxi.loyalty.account.domain;

/** The policies that decide about tiers. */
public enum TierPolicy {
    EVERYBODY_HAS_THE_LOWEST_TIER("everybody-has-the-lowest-tier"),
    A_COUNT_THAT_REACHES_A_THRESHOLD_GIVES_ITS_TIER_AT_ONCE("a-count-that-reaches-a-threshold-gives-its-tier-at-once"),
    AN_UPGRADE_THAT_A_RETURNED_ORDER_HAD_MADE_IS_UNDONE("an-upgrade-that-a-returned-order-had-made-is-undone"),
    TIERS_CHANGE_AT_REVIEWS_ONLY("tiers-change-at-reviews-only"),
    A_TIER_THAT_IS_STILL_EARNED_IS_KEPT("a-tier-that-is-still-earned-is-kept"),
    A_TIER_IS_KEPT_FOR_A_TIME_OF_GRACE("a-tier-is-kept-for-a-time-of-grace"),
    A_TIER_THAT_IS_NOT_EARNED_ANY_MORE_FALLS_BY_ONE("a-tier-that-is-not-earned-any-more-falls-by-one"),
    A_TIER_THAT_IS_NOT_EARNED_ANY_MORE_FALLS_TO_THE_EARNED_ONE(
            "a-tier-that-is-not-earned-any-more-falls-to-the-earned-one"),
    A_PROGRAMME_WITHOUT_TIERS_LEAVES_THEM_AS_THEY_ARE("a-programme-without-tiers-leaves-them-as-they-are"),
    NOBODY_FALLS_BELOW_A_FLOOR("nobody-falls-below-a-floor"),
    WITHOUT_A_FLOOR_THE_EARNED_TIER_COUNTS("without-a-floor-the-earned-tier-counts");

    private final String code;

    TierPolicy(String code) {
        this.code = code;
    }

    /** The policy's name as it is written into events. */
    public String code() {
        return code;
    }

    Finding found() {
        return new Finding(code, true);
    }
}
