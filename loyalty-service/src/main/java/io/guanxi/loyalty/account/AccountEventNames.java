package io.guanxi.loyalty.account;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.Fact;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.TierEvent;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.VoucherEvent;

/** The names under which an account's events are stored for ever. */
public final class AccountEventNames {

    private AccountEventNames() {}

    public static EventCatalogue.Builder addTo(EventCatalogue.Builder catalogue) {
        return catalogue
                .event("loyalty.account-opened", LoyaltyEvent.AccountOpened.class)
                .event("loyalty.due-set", LoyaltyEvent.DueSet.class)
                .event("loyalty.payment-noted", Fact.PaymentNoted.class)
                .event("loyalty.delivery-noted", Fact.DeliveryNoted.class)
                .event("loyalty.return-noted", Fact.ReturnNoted.class)
                .event("loyalty.paid-order-cancelled", Fact.PaidOrderCancelled.class)
                .event("loyalty.grade-noted", Fact.GradeNoted.class)
                .event("loyalty.referral-claimed", Fact.ReferralClaimed.class)
                .event("loyalty.referral-became-final", Fact.ReferralBecameFinal.class)
                .event("loyalty.referral-confirmed", Fact.ReferralConfirmed.class)
                .event("loyalty.referral-refused", Fact.ReferralRefused.class)
                .event("loyalty.family-joined", Fact.FamilyJoined.class)
                .event("loyalty.family-left", Fact.FamilyLeft.class)
                .event("loyalty.points-earned", OrderEntry.PointsEarned.class)
                .event("loyalty.nothing-earned", OrderEntry.NothingEarned.class)
                .event("loyalty.points-reversed-by-return", OrderEntry.PointsReversedByReturn.class)
                .event("loyalty.refund-carried-forward", OrderEntry.RefundCarriedForward.class)
                .event("loyalty.points-reversed-by-cancellation", OrderEntry.PointsReversedByCancellation.class)
                .event("loyalty.cancellation-noted", OrderEntry.CancellationNoted.class)
                .event("loyalty.earning-corrected", OrderEntry.EarningCorrected.class)
                .event("loyalty.points-matured", TimeEntry.PointsMatured.class)
                .event("loyalty.points-expired", TimeEntry.PointsExpired.class)
                .event("loyalty.debt-repaid", TimeEntry.DebtRepaid.class)
                .event("loyalty.points-held", CheckoutEntry.PointsHeld.class)
                .event("loyalty.points-spent", CheckoutEntry.PointsSpent.class)
                .event("loyalty.hold-released", CheckoutEntry.HoldReleased.class)
                .event("loyalty.points-returned", CheckoutEntry.PointsReturned.class)
                .event("loyalty.points-sent", GiftEntry.PointsSent.class)
                .event("loyalty.points-received", GiftEntry.PointsReceived.class)
                .event("loyalty.transfer-declined", GiftEntry.TransferDeclined.class)
                .event("loyalty.transfer-taken-back", GiftEntry.TransferTakenBack.class)
                .event("loyalty.points-adjusted", GiftEntry.PointsAdjusted.class)
                .event("loyalty.goodwill-granted", GiftEntry.GoodwillGranted.class)
                .event("loyalty.bonus-granted", GiftEntry.BonusGranted.class)
                .event("loyalty.tier-changed", TierEvent.TierChanged.class)
                .event("loyalty.tier-kept", TierEvent.TierKept.class)
                .event("loyalty.tier-grace-began", TierEvent.TierGraceBegan.class)
                .event("loyalty.tier-floor-changed", TierEvent.TierFloorChanged.class)
                .event("loyalty.voucher-issued", VoucherEvent.VoucherIssued.class)
                .event("loyalty.voucher-reserved", VoucherEvent.VoucherReserved.class)
                .event("loyalty.voucher-released", VoucherEvent.VoucherReleased.class)
                .event("loyalty.voucher-redeemed", VoucherEvent.VoucherRedeemed.class)
                .event("loyalty.voucher-expired", VoucherEvent.VoucherExpired.class);
    }
}
