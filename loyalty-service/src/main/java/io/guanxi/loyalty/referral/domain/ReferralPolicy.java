package io.guanxi.loyalty.referral.domain;

import io.guanxi.loyalty.account.domain.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** The policies that can refuse a recommendation, in the order in which they are asked. */
public enum ReferralPolicy {
    NOBODY_RECOMMENDS_TO_THEMSELVES("nobody-recommends-to-themselves", ReferralPolicy::isOneself),
    FRIENDS_DO_NOT_RECOMMEND_IN_A_RING("friends-do-not-recommend-in-a-ring", ReferralPolicy::isRing),
    AN_ADDRESS_IS_REWARDED_ONCE("an-address-is-rewarded-once", ReferralPolicy::isKnownAddress),
    WHO_RECOMMENDS_HAS_BOUGHT("who-recommends-has-bought", each -> !each.referrerHasPaid()),
    A_YEAR_REWARDS_FOR_NO_MORE_FRIENDS_THAN_ITS_LIMIT(
            "a-year-rewards-for-no-more-friends-than-its-limit", each -> each.rewardedThisYear() >= each.mostPerYear());

    private final String code;
    private final Predicate<Recommendation> refuses;

    ReferralPolicy(String code, Predicate<Recommendation> refuses) {
        this.code = code;
        this.refuses = refuses;
    }

    /** The policy's name as it is written into events. */
    public String code() {
        return code;
    }

    /** What each policy found, up to the first that refuses, which is the last then. */
    public static List<Finding> examine(Recommendation recommendation) {
        var findings = new ArrayList<Finding>();
        for (ReferralPolicy policy : values()) {
            boolean refused = policy.refuses.test(recommendation);
            findings.add(new Finding(policy.code, refused));
            if (refused) {
                break;
            }
        }
        return findings;
    }

    public static boolean refuse(List<Finding> findings) {
        return findings.getLast().applied();
    }

    private static boolean isOneself(Recommendation each) {
        return each.friend().equals(each.referrer())
                || !Collections.disjoint(each.friendsAddresses(), each.referrersAddresses());
    }

    private static boolean isRing(Recommendation each) {
        return each.aboveReferrer().contains(each.friend());
    }

    private static boolean isKnownAddress(Recommendation each) {
        return !Collections.disjoint(each.friendsAddresses(), each.rewardedAddresses());
    }

    /** The codes in their order. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(ReferralPolicy::code).toList();
    }
}
