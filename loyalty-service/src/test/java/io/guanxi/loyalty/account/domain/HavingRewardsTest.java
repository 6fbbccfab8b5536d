package io.guanxi.loyalty.account.domain;

import static io.guanxi.loyalty.account.domain.Till.eventsOf;
import static io.guanxi.loyalty.account.domain.Till.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.CheckoutEntry.HoldReleased;
import io.guanxi.loyalty.account.domain.CheckoutRejection.InsufficientPoints;
import io.guanxi.loyalty.account.domain.CheckoutRejection.OrderIsCancelled;
import io.guanxi.loyalty.account.domain.CheckoutRejection.RewardIsUnknown;
import io.guanxi.loyalty.account.domain.CheckoutRejection.RewardLimitReached;
import io.guanxi.loyalty.account.domain.CheckoutRejection.TierIsTooLow;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherHasExpired;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherIsReserved;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherIsUnknown;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherIsUsed;
import io.guanxi.loyalty.account.domain.CheckoutRejection.VoucherWasIssued;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherIssued;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherReleased;
import io.guanxi.loyalty.programme.domain.SomeRules;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HavingRewardsTest {

    @Test
    void aVoucherIsIssuedWhenItsPointsAreSpent() {
        var till = Till.newCustomer().paid("o1", 250);
        till.holdFor("ten-off", "h1");
        assertThat(till.account().vouchers()).isEmpty();

        till.spend("h1");

        VoucherIssued issued = till.last(VoucherIssued.class);
        assertThat(issued.value()).isEqualTo(Money.of("10.00", "CNY"));
        assertThat(issued.holdId()).isEqualTo("h1");
        assertThat(issued.expires())
                .as("30 days after 2 March, the last in full, in Shanghai")
                .isEqualTo("2026-04-01T16:00:00Z");
        assertThat(till.points()).extracting("available", "used").containsExactly(150L, 100L);
        assertThat(eventsOf(till.spend("h1"))).isEmpty();
    }

    @Test
    void goodsHaveNoVoucher() {
        var till = Till.newCustomer().paid("o1", 250);
        till.holdFor("mug", "h1");
        till.spend("h1");

        assertThat(till.account().vouchers()).isEmpty();
        assertThat(till.points().used()).isEqualTo(80);
    }

    @Test
    void theTermsAreThoseOfTheDayOnWhichThePointsWereKeptAside() {
        var till = Till.newCustomer().paid("o1", 250);
        till.holdFor("ten-off", "h1");
        till.later(Duration.ofMinutes(1)).announcing(SomeRules.giving("1"));

        till.spend("h1");

        assertThat(till.account().vouchers()).hasSize(1);
        assertThat(refusalOf(till.holdFor("ten-off", "h2"))).isEqualTo(new RewardIsUnknown("ten-off"));
    }

    @Test
    void aRewardThatCostsMoreThanThereIsIsRefused() {
        var till = Till.newCustomer().paid("o1", 79);

        assertThat(refusalOf(till.holdFor("mug", "h1"))).isEqualTo(new InsufficientPoints(80, 79, 0, 0, null));
    }

    @Test
    void aRewardOfATierIsForThatTier() {
        var till = Till.newCustomer().paid("o1", 999);
        assertThat(refusalOf(till.holdFor("gold-mug", "h1"))).isEqualTo(new TierIsTooLow("gold-mug", "gold", "basic"));

        till.paid("o2", 1);

        assertThat(eventsOf(till.holdFor("gold-mug", "h1"))).isNotEmpty();
    }

    @Test
    void whatIsLimitedCountsWhatIsKeptAsideAndWhatWasHad() {
        var till = Till.newCustomer().paid("o1", 900);
        till.holdFor("ten-off", "h1");
        till.spend("h1");
        till.holdFor("ten-off", "h2");

        assertThat(refusalOf(till.holdFor("ten-off", "h3"))).isEqualTo(new RewardLimitReached("ten-off", 2));
        till.release("h2");
        assertThat(eventsOf(till.holdFor("ten-off", "h3"))).isNotEmpty();
    }

    @Test
    void aRewardThatIsGoneCostsNothing() {
        var till = Till.newCustomer().paid("o1", 100);
        till.holdFor("mug", "h1");

        till.take(new LoyaltyCommand.ReleaseHeld(Till.ACCOUNT, "h1", true, new Stamp("stock", till.now(), till.now())));

        assertThat(till.points().available()).isEqualTo(100);
        assertThat(till.last(HoldReleased.class).findings())
                .containsExactly(new Finding("a-reward-that-is-gone-costs-nothing", true));
    }

    @Test
    void aVoucherKeepsItsPoints() {
        var till = withVoucher();

        assertThat(refusalOf(till.giveBack("h1", "r1", null))).isEqualTo(new VoucherWasIssued("h1"));
    }

    @Test
    void aVoucherIsForOneOrderAtATime() {
        var till = withVoucher();
        String voucher = till.soleVoucher().voucherId();

        till.reserve(voucher, "o2");

        assertThat(eventsOf(till.reserve(voucher, "o2"))).isEmpty();
        assertThat(refusalOf(till.reserve(voucher, "o3"))).isEqualTo(new VoucherIsReserved(voucher));
        assertThat(refusalOf(till.redeem(voucher, "o3"))).isEqualTo(new VoucherIsReserved(voucher));
        till.letGo(voucher);
        assertThat(eventsOf(till.letGo(voucher))).isEmpty();
        till.redeem(voucher, "o3");

        assertThat(till.soleVoucher().status()).isEqualTo(Voucher.Status.REDEEMED);
        assertThat(eventsOf(till.redeem(voucher, "o3"))).isEmpty();
        assertThat(refusalOf(till.redeem(voucher, "o2"))).isEqualTo(new VoucherIsUsed(voucher));
        assertThat(refusalOf(till.letGo(voucher))).isEqualTo(new VoucherIsUsed(voucher));
        assertThat(refusalOf(till.reserve("another", "o2"))).isEqualTo(new VoucherIsUnknown("another"));
    }

    @Test
    void anOrderDoesNotLetAVoucherGoThatAnotherKeepsAside() {
        var till = withVoucher();
        String voucher = till.soleVoucher().voucherId();
        till.reserve(voucher, "o2");

        assertThat(refusalOf(till.letGo(voucher, "o3"))).isEqualTo(new VoucherIsReserved(voucher));
        assertThat(till.soleVoucher().status()).isEqualTo(Voucher.Status.RESERVED);
        till.letGo(voucher, "o2");

        assertThat(till.soleVoucher().status()).isEqualTo(Voucher.Status.USABLE);
        assertThat(eventsOf(till.letGo(voucher, "o3"))).isEmpty();
    }

    @Test
    void aBasketThatIsLeftLetsItsVoucherGo() {
        var till = withVoucher();
        String voucher = till.soleVoucher().voucherId();
        till.reserve(voucher, "o2");

        till.later(Duration.ofMinutes(15)).swept();

        assertThat(till.last(VoucherReleased.class).timedOut()).isTrue();
        assertThat(eventsOf(till.redeem(voucher, "o3"))).isNotEmpty();
    }

    @Test
    void aVoucherEndsAfterItsLastDayUnlessABasketKeepsIt() {
        var till = withVoucher();
        String voucher = till.soleVoucher().voucherId();
        till.on("2026-04-01T15:55:00Z").reserve(voucher, "o2");
        till.on("2026-04-01T16:05:00Z").redeem(voucher, "o2");
        assertThat(till.soleVoucher().status()).isEqualTo(Voucher.Status.REDEEMED);

        var other = withVoucher().on("2026-04-01T16:00:00Z");
        assertThat(refusalOf(other.redeem(other.soleVoucher().voucherId(), "o2")))
                .isInstanceOf(VoucherHasExpired.class);
    }

    @Test
    void aCancelledOrderGivesItsVoucherBack() {
        var till = withVoucher();
        String voucher = till.soleVoucher().voucherId();
        till.redeem(voucher, "o2");

        till.cancelled("o2");

        assertThat(till.soleVoucher().status()).isEqualTo(Voucher.Status.USABLE);
        assertThat(refusalOf(till.reserve(voucher, "o2"))).isEqualTo(new OrderIsCancelled(Till.order("o2")));
        assertThat(eventsOf(till.reserve(voucher, "o3"))).isNotEmpty();
    }

    private static Till withVoucher() {
        var till = Till.newCustomer().paid("o1", 100);
        till.holdFor("ten-off", "h1");
        till.spend("h1");
        return till;
    }
}
