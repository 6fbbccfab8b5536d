package io.guanxi.loyalty.measure.domain;

import static io.guanxi.loyalty.measure.domain.Orders.bought;
import static io.guanxi.loyalty.measure.domain.Orders.boughtDaysAgo;
import static io.guanxi.loyalty.measure.domain.Orders.measured;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.TermShare;
import io.guanxi.loyalty.measure.domain.Judgement.Measure;
import io.guanxi.loyalty.measure.domain.Judgement.NotSeen;
import io.guanxi.loyalty.measure.domain.Judgement.Verdict;
import io.guanxi.loyalty.programme.domain.SomeRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class JudgingTypesOfLoyaltyTest {

    private static Judgement judged(PurchaseHistory history, LoyaltyType type) {
        return JudgingTypes.of(measured(history), LoyaltyRule.PRESENT).stream()
                .filter(judgement -> judgement.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static PurchaseHistory history(UnaryOperator<Purchase> some, int plain, int special) {
        PurchaseHistory history = PurchaseHistory.NONE;
        for (int i = 1; i <= plain + special; i++) {
            history = bought(history, i * 30, i <= plain ? UnaryOperator.identity() : some);
        }
        return history;
    }

    @Test
    void whoMostlyBuysWithPointsComesForThem() {
        assertThat(judged(history(Purchase::withPoints, 2, 3), LoyaltyType.INCENTIVE)
                        .verdict())
                .isEqualTo(Verdict.YES);
        Judgement less = judged(history(Purchase::withPoints, 3, 2), LoyaltyType.INCENTIVE);
        assertThat(less.verdict()).isEqualTo(Verdict.NO);
        assertThat(less.criteria()).singleElement().satisfies(criterion -> {
            assertThat(criterion.measure()).isEqualTo(Measure.SHARE_WITH_INCENTIVE);
            assertThat(criterion.shown()).isEqualTo(new BigDecimal("0.40"));
            assertThat(criterion.comparison()).isEqualTo(Judgement.Comparison.AT_LEAST);
            assertThat(criterion.bound()).isEqualTo(new BigDecimal("0.60"));
        });
    }

    /** 25 of 42 are 0.5952, which rounds to 0.60. */
    @Test
    void whatOnlyRoundsToAThresholdDoesNotReachItAndIsShownSo() {
        PurchaseHistory history = PurchaseHistory.NONE;
        for (int day = 1; day <= 42; day++) {
            history = bought(history, day, day <= 25 ? Purchase::withPoints : UnaryOperator.identity());
        }
        Judgement judgement = judged(history, LoyaltyType.INCENTIVE);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NO);
        assertThat(judgement.criteria().getFirst().shown()).isEqualTo(new BigDecimal("0.595"));
    }

    @Test
    void whoMostlyBuysInCampaignsLooksForThePriceAsFarAsThatIsSeen() {
        Judgement price = judged(history(Purchase::inCampaign, 1, 4), LoyaltyType.PRICE);
        assertThat(price.verdict()).isEqualTo(Verdict.YES);
        assertThat(price.notSeen()).containsExactly(NotSeen.USUAL_PRICES);
        assertThat(judged(history(Purchase::withPoints, 1, 4), LoyaltyType.PRICE)
                        .verdict())
                .isEqualTo(Verdict.NO);
    }

    @Test
    void whoBuysAtRegularTimesThroughOneChannelWithoutAnyReasonDoesItByHabit() {
        assertThat(judged(boughtDaysAgo(120, 90, 60, 30), LoyaltyType.INERTIA).verdict())
                .isEqualTo(Verdict.YES);
        assertThat(judged(boughtDaysAgo(300, 299, 298, 30), LoyaltyType.INERTIA).verdict())
                .as("irregular")
                .isEqualTo(Verdict.NO);
        assertThat(judged(history(Purchase::withVoucher, 3, 1), LoyaltyType.INERTIA)
                        .verdict())
                .as("a quarter with a voucher")
                .isEqualTo(Verdict.NO);
        PurchaseHistory twoChannels = boughtDaysAgo(120, 90, 60).paid("o-app", Orders.daysAgo(30), "app");
        assertThat(judged(twoChannels, LoyaltyType.INERTIA).verdict())
                .as("two channels")
                .isEqualTo(Verdict.NO);
    }

    @Test
    void fewOrdersShowNoType() {
        assertThat(judged(boughtDaysAgo(60, 30), LoyaltyType.INCENTIVE).verdict())
                .isEqualTo(Verdict.TOO_LITTLE_DATA);
        assertThat(judged(boughtDaysAgo(90, 60, 30), LoyaltyType.INERTIA).verdict())
                .isEqualTo(Verdict.TOO_LITTLE_DATA);
    }

    @Test
    void whetherThereIsAnotherShopCannotBeSeen() {
        assertThat(judged(boughtDaysAgo(120, 90, 60, 30), LoyaltyType.MONOPOLY))
                .isEqualTo(new Judgement(
                        LoyaltyType.MONOPOLY, Verdict.CANNOT_BE_SEEN, List.of(), List.of(NotSeen.OTHER_SHOPS)));
    }

    @Test
    void aCampaignIsATermForATimeOrAnOccasionThatGaveSomething() {
        var rules = SomeRules.withEverything();
        assertThat(Campaigns.anyOf(List.of(gave("base", "100")), rules)).isFalse();
        assertThat(Campaigns.anyOf(List.of(gave("base", "100"), gave("welcome", "5")), rules))
                .isTrue();
        assertThat(Campaigns.anyOf(List.of(gave("welcome", "0")), rules)).isFalse();
        assertThat(Campaigns.anyOf(List.of(gave("gone", "5")), rules)).isFalse();
    }

    private static TermShare gave(String term, String points) {
        return new TermShare(term, BigDecimal.TEN, BigDecimal.ONE, 0, new BigDecimal(points));
    }
}
