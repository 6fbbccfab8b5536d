package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerEntry.MAIN_PURSE;
import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.THEN;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.LedgerFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.account.domain.Fact.PaidOrderCancelled;
import io.guanxi.loyalty.account.domain.OrderEntry.CancellationNoted;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReversingForCancellationsTest {

    @Test
    void aCancelledOrderGivesBackWhatItEarnedAndWritesDownWhy() {
        var account = newAccount().paid("A-1", "12.50").cancelled("A-1");

        String earning = EffectKey.ofPayment(ACCOUNT, order("A-1"), MAIN_PURSE).entryId();
        assertThat(account.last())
                .isEqualTo(new PointsReversedByCancellation(
                        EffectKey.ofCancellation(ACCOUNT, order("A-1"), MAIN_PURSE)
                                .entryId(),
                        order("A-1"),
                        new Earning(earning, 12, 1, "paid-A-1"),
                        0,
                        List.of(
                                new Finding("a-cancelled-order-keeps-no-points", true),
                                new Finding("what-was-reversed-before-is-not-reversed-again", false)),
                        12,
                        0,
                        "cancelled-A-1",
                        "points",
                        List.of(new Move(earning, Bucket.AVAILABLE, Bucket.OUTSIDE, 12)),
                        0L,
                        0L,
                        THEN));
    }

    @Test
    void aCancellationAfterAReturnTakesOnlyWhatIsLeft() {
        var account =
                newAccount().paid("A-1", "12.00").returned("A-1", "R-1", "5.00").cancelled("A-1");

        assertThat(account.last()).isInstanceOfSatisfying(PointsReversedByCancellation.class, entry -> {
            assertThat(entry.points()).isEqualTo(7);
            assertThat(entry.reversedBefore()).isEqualTo(5);
        });
        assertThat(account.balance()).isZero();
    }

    @Test
    void aCancellationIsRepeatedWithoutEffect() {
        var account = newAccount().paid("A-1", "12.00").paid("A-2", "3.00").cancelled("A-1");

        assertThat(account.take(account.cancellation("A-1"))).isEqualTo(Decision.nothing());
        assertThat(account.balance()).isEqualTo(3);
    }

    @Test
    void aCancellationBeforeThePaymentIsKeptAndThePaymentEarnsNothing() {
        var account = newAccount().cancelled("A-1");
        assertThat(account.last()).isInstanceOf(CancellationNoted.class);

        account.paid("A-1", "12.00");
        assertThat(account.last())
                .isInstanceOfSatisfying(
                        NothingEarned.class,
                        entry -> assertThat(entry.findings())
                                .containsExactly(new Finding("a-cancelled-order-earns-nothing", true)));
        assertThat(account.balance()).isZero();
    }

    @Test
    void aCancellationBeforeThePaymentIsNotedOnce() {
        var account = newAccount().cancelled("A-1");

        assertThat(account.take(account.cancellation("A-1"))).isEqualTo(Decision.nothing());
    }

    @Test
    void aCancellationOfAnOrderThatHoldsNoPointsIsNotedAndMovesNone() {
        assertThat(newAccount().paid("A-1", "0.50").cancelled("A-1").last()).isInstanceOf(PaidOrderCancelled.class);
        assertThat(newAccount()
                        .paid("A-1", "5.00")
                        .returned("A-1", "R-1", "5.00")
                        .cancelled("A-1")
                        .last())
                .isInstanceOf(PaidOrderCancelled.class);
    }
}
