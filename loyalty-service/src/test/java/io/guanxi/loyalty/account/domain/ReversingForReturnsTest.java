package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.LedgerEntry.MAIN_PURSE;
import static io.guanxi.loyalty.account.domain.LedgerFixture.ACCOUNT;
import static io.guanxi.loyalty.account.domain.LedgerFixture.THEN;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.LedgerFixture.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.OrderIsNotPaidYet;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.RefundDiffers;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.RefundIsInAnotherCurrency;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.OrderEntry.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.lots.Bucket;
import io.guanxi.loyalty.account.domain.lots.Move;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReversingForReturnsTest {

    @Test
    void aPartialReturnReversesItsShareAndWritesDownWhy() {
        var account = newAccount().paid("A-1", "100.00").returned("A-1", "R-1", "25.50");

        String earning = EffectKey.ofPayment(ACCOUNT, order("A-1"), MAIN_PURSE).entryId();
        assertThat(account.last())
                .isEqualTo(new PointsReversedByReturn(
                        EffectKey.ofReturn(ACCOUNT, order("A-1"), "R-1", MAIN_PURSE)
                                .entryId(),
                        order("A-1"),
                        "R-1",
                        new RefundShare(
                                new Earning(earning, 100, 1, "paid-A-1"),
                                Money.of("100.00", "CNY"),
                                Money.of("25.50", "CNY"),
                                new BigDecimal("25.50"),
                                0,
                                RoundingMode.DOWN),
                        List.of(
                                new Finding("refunds-beyond-the-paid-amount-reverse-no-more", false),
                                new Finding("the-refunded-share-of-the-points-is-reversed", true),
                                new Finding("what-was-reversed-before-is-not-reversed-again", false),
                                new Finding("less-than-a-point-is-carried-forward", false)),
                        25,
                        75,
                        "returned-R-1",
                        "points",
                        List.of(new Move(earning, Bucket.AVAILABLE, Bucket.OUTSIDE, 25)),
                        0L,
                        0L,
                        THEN));
    }

    @Test
    void aLaterReturnReversesWhatIsDueInAllLessWhatWentBefore() {
        var account = newAccount()
                .paid("A-1", "100.00")
                .returned("A-1", "R-1", "25.50")
                .returned("A-1", "R-2", "25.50");

        assertThat(account.balance()).isEqualTo(49);
        assertThat(account.last()).isInstanceOfSatisfying(PointsReversedByReturn.class, entry -> {
            assertThat(entry.points()).isEqualTo(26);
            assertThat(entry.share().due()).isEqualTo(51);
            assertThat(entry.findings()).contains(new Finding("what-was-reversed-before-is-not-reversed-again", true));
        });
    }

    @Test
    void aRefundOfLessThanAPointIsCarriedForwardToTheNext() {
        var account = newAccount().paid("A-1", "10.00").returned("A-1", "R-1", "0.60");
        assertThat(account.last()).isInstanceOf(RefundCarriedForward.class);
        assertThat(account.balance()).isEqualTo(10);

        assertThat(account.returned("A-1", "R-2", "0.60").balance()).isEqualTo(9);
    }

    @Test
    void refundsBeyondThePaidAmountReverseEverythingAndNoMore() {
        var account =
                newAccount().paid("A-1", "10.00").returned("A-1", "R-1", "4.00").returned("A-1", "R-2", "400.00");

        assertThat(account.balance()).isZero();
        assertThat(account.last())
                .isInstanceOfSatisfying(
                        PointsReversedByReturn.class,
                        entry -> assertThat(entry.findings())
                                .contains(new Finding("refunds-beyond-the-paid-amount-reverse-no-more", true)));

        account.returned("A-1", "R-3", "1.00");
        assertThat(account.last()).isInstanceOf(Fact.ReturnNoted.class);
        assertThat(account.balance()).isZero();
    }

    @Test
    void theSameReturnCountsOnce() {
        var account = newAccount().paid("A-1", "10.00").returned("A-1", "R-1", "4.00");

        assertThat(account.take(account.goods("A-1", "R-1", "4.0"))).isEqualTo(Decision.nothing());
        assertThat(account.balance()).isEqualTo(6);
    }

    @Test
    void aCarriedRefundCountsOnceToo() {
        var account = newAccount().paid("A-1", "10.00").returned("A-1", "R-1", "0.60");

        assertThat(account.returned("A-1", "R-1", "0.60").balance()).isEqualTo(10);
    }

    @Test
    void aReturnOfOneOrderLeavesOthersAlone() {
        var account = newAccount().paid("A-1", "10.00").paid("A-2", "20.00").returned("A-1", "R-1", "10.00");

        assertThat(account.account().order(order("A-2")).netPoints(MAIN_PURSE)).isEqualTo(20);
        assertThat(account.balance()).isEqualTo(20);
    }

    @Test
    void ordersMayUseTheSameReturnIds() {
        var account = newAccount()
                .paid("A-1", "10.00")
                .paid("A-2", "20.00")
                .returned("A-1", "1", "10.00")
                .returned("A-2", "1", "20.00");

        assertThat(account.balance()).isZero();
    }

    @Test
    void aReturnBeforeThePaymentIsTooEarly() {
        var account = newAccount().placed("A-1");

        assertThat(account.take(account.goods("A-1", "R-1", "4.00")))
                .isEqualTo(Decision.refuse(new OrderIsNotPaidYet(order("A-1"))));
    }

    @Test
    void aReturnOfACancelledOrderReversesNothingAndDoesNotWait() {
        var unpaid = newAccount().cancelled("A-1");
        assertThat(unpaid.take(unpaid.goods("A-1", "R-1", "4.00"))).isEqualTo(Decision.nothing());

        var paid = newAccount().paid("A-1", "10.00").cancelled("A-1");
        assertThat(paid.take(paid.goods("A-1", "R-1", "4.00"))).isEqualTo(Decision.nothing());
    }

    @Test
    void aReturnOfAnOrderThatEarnedNothingIsNotedAndMovesNoPoints() {
        var account = newAccount().paid("A-1", "0").returned("A-1", "R-1", "4.00");

        assertThat(account.last())
                .isEqualTo(new Fact.ReturnNoted(
                        order("A-1"), "R-1", Money.of("4.00", "CNY"), "returned-R-1", account.now()));
    }

    @Test
    void aRefundOfNothingReversesNothing() {
        var account = newAccount().paid("A-1", "10.00");

        assertThat(account.take(account.goods("A-1", "R-1", "0.00"))).isEqualTo(Decision.nothing());
    }

    @Test
    void theSameReturnWithAnotherRefundIsRefused() {
        var account = newAccount().paid("A-1", "10.00").returned("A-1", "R-1", "4.00");

        assertThat(account.take(account.goods("A-1", "R-1", "5.00")))
                .isEqualTo(Decision.refuse(
                        new RefundDiffers(order("A-1"), "R-1", Money.of("4.00", "CNY"), Money.of("5.00", "CNY"))));
    }

    @Test
    void aRefundInAnotherCurrencyIsRefused() {
        var account = newAccount().paid("A-1", "10.00");

        assertThat(account.take(new ReverseForReturn(
                        ACCOUNT, order("A-1"), "R-1", Money.of("4.00", "USD"), account.stamp("c"))))
                .isEqualTo(Decision.refuse(new RefundIsInAnotherCurrency(order("A-1"), "R-1", "USD", "CNY")));
    }
}
