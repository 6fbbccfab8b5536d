package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.into;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static io.guanxi.loyalty.account.domain.RulesFixture.term;
import static io.guanxi.loyalty.account.domain.TiersFixture.orders;
import static io.guanxi.loyalty.account.domain.TiersFixture.points;
import static io.guanxi.loyalty.account.domain.TiersFixture.pointsOf;
import static io.guanxi.loyalty.account.domain.TiersFixture.spend;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.TierEvent.Reason;
import io.guanxi.loyalty.account.domain.TierEvent.TierChanged;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ReachingTiersTest {

    private final LedgerFixture account = newAccount().at("2026-03-01T00:00:00Z");

    @Test
    void everybodyBeginsWithTheLowestTier() {
        account.under(rules().tiers(spend("gold", "100"))).placed("A-1");
        assertThat(account.tier()).isNull();

        account.paid("A-1", "10.00");
        assertThat(account.tier()).isEqualTo("basic");
        assertThat(account.last(TierChanged.class).reason()).isEqualTo(Reason.JOINED);
    }

    @Test
    void anOrderThatReachesTheThresholdGivesTheTierAtOnceAndSaysWhatWasCounted() {
        account.under(rules().in("UTC").tiers(spend("silver", "50", "gold", "100")));
        account.paid("A-1", "99.99");
        assertThat(account.tier()).isEqualTo("silver");

        account.paid("A-2", "0.01");
        assertThat(account.last(TierChanged.class)).satisfies(change -> {
            assertThat(change.from()).isEqualTo("silver");
            assertThat(change.standing().tier()).isEqualTo("gold");
            assertThat(change.count().value()).isEqualByComparingTo("100");
            assertThat(change.count().from()).isEqualTo("2026-01-01T00:00:00Z");
            assertThat(change.reason()).isEqualTo(Reason.QUALIFIED);
        });
    }

    @Test
    void pointsCountThatWereEarnedInThePurseOfTheRule() {
        account.under(rules().statusPurse("status")
                .earning(term("base", "10"), into("status", term("progress", "1")))
                .tiers(pointsOf("status", "gold", "100")));

        assertThat(account.paid("A-1", "99.00").tier()).isEqualTo("basic");
        assertThat(account.paid("A-2", "1.00").tier()).isEqualTo("gold");
    }

    @Test
    void ordersCountThatWereNotReturnedAsAWhole() {
        account.under(rules().tiers(orders("gold", "2")));

        account.paid("A-1", "10.00").returned("A-1", "R-1", "10.00").paid("A-2", "10.00");
        assertThat(account.tier()).isEqualTo("basic");
        assertThat(account.paid("A-3", "10.00").tier()).isEqualTo("gold");
    }

    @Test
    void spendInAnotherCurrencyDoesNotCount() {
        account.under(rules().tiers(spend("gold", "100")));

        assertThat(account.paid("A-1", "500.00", "USD").tier()).isEqualTo("basic");
    }

    @Test
    void spendingOrLosingPointsNeverCostsATier() {
        account.under(rules().in("UTC").expiring(ExpiryRule.rolling(1)).tiers(points("gold", "100")));
        account.paid("A-1", "60.00").spent("H-1", 60).paid("A-2", "40.00");

        assertThat(account.tier()).isEqualTo("gold");
        account.spent("H-2", 40).looked("2026-06-01T00:00:00Z");
        assertThat(account.balance()).isZero();
        assertThat(account.tier()).isEqualTo("gold");
    }

    @Test
    void pendingPointsCountAsEarned() {
        account.under(rules().pendingUntilDelivered(14, null).tiers(points("gold", "100")));

        assertThat(account.paid("A-1", "100.00").tier()).isEqualTo("gold");
    }

    @Test
    void aReturnUndoesTheUpgradeThatTheOrderHadMade() {
        account.under(rules().tiers(spend("silver", "50", "gold", "100")));
        account.paid("A-1", "60.00").paid("A-2", "60.00");
        assertThat(account.tier()).isEqualTo("gold");

        account.returned("A-2", "R-1", "30.00");
        assertThat(account.tier()).isEqualTo("silver");
        assertThat(account.last(TierChanged.class).reason()).isEqualTo(Reason.RETURN_UNDID_UPGRADE);
        account.cancelled("A-1");
        assertThat(account.tier()).isEqualTo("basic");
        assertThat(account.account().due()).isNull();
    }

    @Test
    void aReturnUndoesTheUpgradeAlsoIfItsPointsWereSpent() {
        account.under(rules().whenGone(Shortfall.FORGIVE).tiers(points("gold", "100")));
        account.paid("A-1", "100.00").spent("H-1", 100).returned("A-1", "R-1", "1.00");

        assertThat(account.tier()).isEqualTo("basic");
    }

    @Test
    void aReturnAfterTheNextReviewUndoesNothing() {
        account.under(rules().in("UTC").tiers(spend("gold", "100")));
        account.paid("A-1", "100.00").at("2027-02-01T00:00:00Z").paid("A-2", "100.00");
        account.looked("2028-01-01T00:00:00Z");
        assertThat(account.tier()).isEqualTo("gold");

        account.at("2028-02-01T00:00:00Z").returned("A-2", "R-1", "100.00");
        assertThat(account.tier()).isEqualTo("gold");
        account.looked("2029-01-01T00:00:00Z");
        assertThat(account.tier()).isEqualTo("basic");
    }

    @Test
    void anUpgradeAtReviewWaitsForTheEndOfTheCycle() {
        account.under(rules().in("UTC").tiers(spend("gold", "100").risingAtReview()));
        account.paid("A-1", "100.00");
        assertThat(account.tier()).isEqualTo("basic");

        account.looked("2026-12-31T23:59:59Z");
        assertThat(account.tier()).isEqualTo("basic");
        account.looked("2027-01-01T00:00:00Z");
        assertThat(account.tier()).isEqualTo("gold");
        assertThat(account.last(TierChanged.class).count().value()).isEqualByComparingTo(new BigDecimal("100"));
    }

    @Test
    void anOrderOfTheLastCycleThatIsHeardOfLateCountsWhereItBelongs() {
        account.under(rules().in("UTC").tiers(spend("gold", "100").risingAtReview()));
        account.paid("A-1", "50.00");
        account.at("2026-12-31T12:00:00Z").paidBefore("A-2", "50.00", "2026-02-01T00:00:00Z");
        assertThat(account.looked("2027-01-01T00:00:00Z").tier()).isEqualTo("gold");

        account.at("2027-02-01T00:00:00Z").paidBefore("A-3", "500.00", "2026-12-01T00:00:00Z");
        account.looked("2028-01-01T00:00:00Z");
        assertThat(account.tier()).as("nothing was bought in 2027").isEqualTo("basic");
    }

    @Test
    void aRollingWindowForgetsWhatIsOlder() {
        account.under(rules().in("UTC").tiers(spend("gold", "100").rolling(12)));
        account.at("2026-03-01T23:59:59Z").paid("A-1", "50.00");
        account.at("2027-03-01T00:00:00Z").paid("A-2", "50.00");
        assertThat(account.tier()).as("a year and a day").isEqualTo("basic");
        account.at("2028-02-29T23:59:59Z").paid("A-3", "50.00");
        assertThat(account.tier()).as("the first day of the window").isEqualTo("gold");
    }

    @Test
    void theThresholdsOfANewVersionCountFromItsBeginning() {
        account.under(rules().in("UTC").tiers(spend("gold", "100"))).paid("A-1", "60.00");
        account.publishing(2, "2026-04-01T00:00:00Z", rules().in("UTC").tiers(spend("gold", "70")));

        account.at("2026-03-31T00:00:00Z").paid("A-2", "10.00");
        assertThat(account.tier()).isEqualTo("basic");
        account.at("2026-04-01T00:00:00Z").paid("A-3", "0.01");
        assertThat(account.tier()).isEqualTo("gold");
        assertThat(account.last(TierChanged.class).ruleVersion()).isEqualTo(2);
    }
}
