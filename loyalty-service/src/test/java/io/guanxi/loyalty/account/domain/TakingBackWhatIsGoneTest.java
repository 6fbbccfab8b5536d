package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerEntry.MAIN_PURSE;
import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.LedgerFixture.order;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.TimeEntry.DebtRepaid;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import org.junit.jupiter.api.Test;

class TakingBackWhatIsGoneTest {

    @Test
    void spentPointsOfAReturnedOrderAreOwed() {
        var account = newAccount().paid("A-1", "100.00").spent("H-1", 80).returned("A-1", "R-1", "50.00");

        assertThat(account.last(PointsReversedByReturn.class)).satisfies(reversed -> {
            assertThat(reversed.points()).isEqualTo(50);
            assertThat(reversed.owed()).isEqualTo(30);
            assertThat(reversed.balance()).isZero();
            assertThat(reversed.findings()).endsWith(new Finding("points-that-are-gone-are-owed", true));
        });
        assertThat(account.points().debt()).isEqualTo(30);
    }

    @Test
    void expiredPointsOfAReturnedOrderAreOwedToo() {
        var account = newAccount().under(rules().in("UTC").expiring(ExpiryRule.rolling(1)));
        account.at("2026-01-01T00:00:00Z").paid("A-1", "100.00");
        account.at("2026-06-01T00:00:00Z").cancelled("A-1");

        assertThat(account.last(PointsReversedByCancellation.class).owed()).isEqualTo(100);
    }

    @Test
    void otherOrdersPointsAreNotTouchedWhenItIsOwed() {
        var account = newAccount().paid("A-1", "100.00").spent("H-1", 100).paid("A-2", "70.00");

        account.cancelled("A-1");

        assertThat(account.balance()).isEqualTo(70);
        assertThat(account.points().debt()).isEqualTo(100);
    }

    @Test
    void theNextPointsPayTheDebtFirst() {
        var account = newAccount().paid("A-1", "100.00").spent("H-1", 100).cancelled("A-1");

        account.paid("A-2", "60.00");
        assertThat(account.balance()).isZero();
        assertThat(account.points().debt()).isEqualTo(40);
        account.paid("A-3", "60.00");
        assertThat(account.balance()).isEqualTo(20);
        assertThat(account.points().debt()).isZero();
        assertThat(account.events(DebtRepaid.class))
                .extracting(DebtRepaid::points)
                .containsExactly(60L, 40L);
    }

    @Test
    void pendingPointsPayWhenTheirWaitIsOver() {
        var account = newAccount().paid("A-1", "100.00").spent("H-1", 100).cancelled("A-1");
        account.under(rules().pendingAfterPayment(7)).at("2026-04-01T00:00:00Z").paid("A-2", "60.00");
        assertThat(account.points().debt()).isEqualTo(100);
        assertThat(account.points().pending()).isEqualTo(60);

        account.looked("2026-04-08T00:00:00Z");
        assertThat(account.points().debt()).isEqualTo(40);
        assertThat(account.balance()).isZero();
    }

    @Test
    void clawedBackPointsComeFromTheNewestAndTheRestIsOwed() {
        var account = newAccount().under(rules().whenGone(Shortfall.CLAWBACK));
        account.at("2026-03-01T00:00:00Z").paid("A-1", "100.00").spent("H-1", 100);
        account.at("2026-03-02T00:00:00Z").paid("A-2", "30.00");
        account.at("2026-03-03T00:00:00Z").paid("A-3", "30.00");

        account.returned("A-1", "R-1", "40.00");
        assertThat(account.last(PointsReversedByReturn.class).moves())
                .extracting(Move::lot)
                .containsExactly(lotOf("A-3"), lotOf("A-2"));
        assertThat(account.balance()).isEqualTo(20);
        assertThat(account.points().debt()).isZero();

        account.cancelled("A-1");
        assertThat(account.balance()).isZero();
        assertThat(account.last(PointsReversedByCancellation.class).owed()).isEqualTo(40);
    }

    @Test
    void whatTheProgrammeForgivesIsNotOwed() {
        var account = newAccount().under(rules().whenGone(Shortfall.FORGIVE));
        account.paid("A-1", "100.00").spent("H-1", 80).cancelled("A-1");

        assertThat(account.last(PointsReversedByCancellation.class).forgiven()).isEqualTo(80);
        assertThat(account.points().debt()).isZero();
        assertThat(account.balance()).isZero();
        assertThat(account.paid("A-2", "10.00").balance()).isEqualTo(10);
    }

    @Test
    void theRuleIsThatOfTheOrdersVersion() {
        var account =
                newAccount().at("2026-03-01T00:00:00Z").paid("A-1", "100.00").spent("H-1", 100);
        account.publishing(2, "2026-04-01T00:00:00Z", rules().whenGone(Shortfall.FORGIVE));

        account.at("2026-05-01T00:00:00Z").cancelled("A-1");
        assertThat(account.points().debt()).isEqualTo(100);
    }

    @Test
    void whatABasketKeepsAsideIsNotTakenAndPaysWhenItIsFreeAgain() {
        var account = newAccount().paid("A-1", "100.00").held("H-1", 80).cancelled("A-1");
        assertThat(account.points().held()).isEqualTo(80);
        assertThat(account.points().debt()).isEqualTo(80);

        account.released("H-1");
        assertThat(account.points().debt()).isZero();
        assertThat(account.balance()).isZero();
    }

    @Test
    void aPendingPartOfTheOrderGoesBeforeAnAvailableOne() {
        var account = newAccount().under(rules().pendingAfterPayment(7)).paid("A-1", "100.00");

        account.cancelled("A-1");
        assertThat(account.points().pending()).isZero();
        assertThat(account.points().debt()).isZero();
    }

    private static String lotOf(String order) {
        return EffectKey.ofPayment(ACCOUNT, order(order), MAIN_PURSE).entryId();
    }
}
