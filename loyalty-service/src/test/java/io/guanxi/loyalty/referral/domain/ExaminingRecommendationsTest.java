package io.guanxi.loyalty.referral.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.Finding;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each policy can refuse a recommendation, and says so as the last. */
class ExaminingRecommendationsTest {

    @Test
    void aRecommendationThatNoPolicyRefusesIsExaminedByAll() {
        List<Finding> findings = ReferralPolicy.examine(honest());

        assertThat(findings).extracting(Finding::policy).isEqualTo(ReferralPolicy.codes());
        assertThat(ReferralPolicy.refuse(findings)).isFalse();
    }

    @Test
    void nobodyRecommendsToThemselvesNorToTheirOwnAddress() {
        assertThat(reason(of("ann", List.of(), "ann", List.of(), List.of(), Set.of(), true, 0)))
                .isEqualTo("nobody-recommends-to-themselves");
        assertThat(reason(of("ann", List.of("x", "y"), "ben", List.of("z", "y"), List.of(), Set.of(), true, 0)))
                .isEqualTo("nobody-recommends-to-themselves");
    }

    @Test
    void friendsDoNotRecommendInARing() {
        assertThat(reason(of("ann", List.of(), "ben", List.of(), List.of("carl", "ann"), Set.of(), true, 0)))
                .isEqualTo("friends-do-not-recommend-in-a-ring");
    }

    @Test
    void anAddressIsRewardedOnce() {
        assertThat(reason(of("ann", List.of("x"), "ben", List.of("y"), List.of(), Set.of("x"), true, 0)))
                .isEqualTo("an-address-is-rewarded-once");
    }

    @Test
    void whoRecommendsHasBought() {
        assertThat(reason(of("ann", List.of(), "ben", List.of(), List.of(), Set.of(), false, 0)))
                .isEqualTo("who-recommends-has-bought");
    }

    @Test
    void aYearRewardsForNoMoreFriendsThanItsLimit() {
        assertThat(reason(of("ann", List.of(), "ben", List.of(), List.of(), Set.of(), true, 3)))
                .isEqualTo("a-year-rewards-for-no-more-friends-than-its-limit");
    }

    @Test
    void theFirstPolicyThatRefusesIsTheReason() {
        assertThat(ReferralPolicy.examine(of("ann", List.of(), "ben", List.of(), List.of("ann"), Set.of(), false, 9)))
                .hasSize(2);
    }

    private static String reason(Recommendation recommendation) {
        List<Finding> findings = ReferralPolicy.examine(recommendation);
        assertThat(ReferralPolicy.refuse(findings)).isTrue();
        return findings.getLast().policy();
    }

    private static Recommendation honest() {
        return of("ann", List.of("x"), "ben", List.of("y"), List.of("carl"), Set.of("z"), true, 2);
    }

    private static Recommendation of(
            String friend,
            List<String> friendsAddresses,
            String referrer,
            List<String> referrersAddresses,
            List<String> above,
            Set<String> rewarded,
            boolean hasPaid,
            long thisYear) {
        return new Recommendation(
                friend, friendsAddresses, referrer, referrersAddresses, above, rewarded, hasPaid, thisYear, 3);
    }
}
