package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.THEN;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.LedgerFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.OrderEntry.CancellationNoted;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import org.junit.jupiter.api.Test;

class OpeningAnAccountTest {

    @Test
    void theFirstOrderOpensTheAccount() {
        var account = newAccount().placed("A-1");

        assertThat(account.events()).containsExactly(new AccountOpened(ACCOUNT, order("A-1"), "placed-A-1", THEN));
        assertThat(account.balance()).isZero();
    }

    @Test
    void laterOrdersAndLaterNewsOfAnOrderDoNotOpenItAgain() {
        var account = newAccount().placed("A-1").placed("A-1").placed("A-2");

        assertThat(account.events()).hasSize(1);
    }

    @Test
    void aPaymentThatArrivesFirstOpensTheAccountInTheSameCommit() {
        var account = newAccount();
        var decision = account.take(account.payment("A-1", "12.50", "CNY"));

        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> assertThat(accepted.events())
                                .hasExactlyElementsOfTypes(
                                        AccountOpened.class, Fact.PaymentNoted.class, PointsEarned.class));
    }

    @Test
    void aCancellationThatArrivesFirstOpensTheAccountToo() {
        assertThat(newAccount().cancelled("A-1").events())
                .hasExactlyElementsOfTypes(AccountOpened.class, CancellationNoted.class);
    }

    @Test
    void aRefusedReturnOpensNothing() {
        assertThat(newAccount().returned("A-1", "R-1", "5.00").events()).isEmpty();
    }

    @Test
    void newsOfAnOrderEarnsNothing() {
        var account = newAccount().placed("A-1");

        assertThat(account.take(new NoteOrder(ACCOUNT, order("A-1"), account.stamp("shipped-A-1"))))
                .isEqualTo(Decision.nothing());
    }
}
