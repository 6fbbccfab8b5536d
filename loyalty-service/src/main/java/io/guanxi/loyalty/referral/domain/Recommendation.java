package io.guanxi.loyalty.referral.domain;

import java.util.List;
import java.util.Set;

/**
 * All that a recommendation is judged by.
 *
 * @param friend the account of the one who came, as {@code tenant/customerId}
 * @param friendsAddresses digests of where the friend's orders went
 * @param referrer the account of the one who recommended
 * @param referrersAddresses digests of where the referrer's orders went
 * @param aboveReferrer who recommended to the referrer, who to those, and so on, the nearest first
 * @param rewardedAddresses digests of where the orders of those went whom the referrer was rewarded for before
 * @param referrerHasPaid whether the referrer has an order that is paid and not cancelled
 * @param rewardedThisYear for how many friends the referrer was rewarded within 365 days
 */
public record Recommendation(
        String friend,
        List<String> friendsAddresses,
        String referrer,
        List<String> referrersAddresses,
        List<String> aboveReferrer,
        Set<String> rewardedAddresses,
        boolean referrerHasPaid,
        long rewardedThisYear,
        int mostPerYear) {

    /** So many steps a ring is followed. */
    public static final int LONGEST_RING = 10;

    public Recommendation {
        friendsAddresses = List.copyOf(friendsAddresses);
        referrersAddresses = List.copyOf(referrersAddresses);
        aboveReferrer = List.copyOf(aboveReferrer);
        rewardedAddresses = Set.copyOf(rewardedAddresses);
    }
}
