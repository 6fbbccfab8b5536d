package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.EventTypes;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.VoucherEvent;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherExpired;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherIssued;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherRedeemed;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherReleased;
import io.guanxi.loyalty.account.domain.VoucherEvent.VoucherReserved;
import io.guanxi.loyalty.account.messaging.LoyaltyPublication.Telling;
import io.guanxi.loyalty.account.messaging.Published.Order;
import org.jspecify.annotations.Nullable;

/** What others learn of vouchers; that a basket keeps one aside is its own business. */
record TellingOfVouchers(String customerId) {

    @Nullable
    Telling of(VoucherEvent event) {
        return switch (event) {
            case VoucherIssued e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_VOUCHER_ISSUED,
                        new Published.VoucherIssued(voucher(e, e.reward(), e.value()), e.spentBy(), e.expires(), null));
            case VoucherReserved e -> null;
            case VoucherReleased e -> null;
            case VoucherRedeemed e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_VOUCHER_REDEEMED,
                        new Published.VoucherRedeemed(voucher(e, e.reward(), e.value()), Order.of(e.order())));
            case VoucherExpired e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_VOUCHER_EXPIRED,
                        new Published.VoucherExpired(voucher(e, e.reward(), e.value())));
        };
    }

    private Published.VoucherLine voucher(VoucherEvent event, String reward, Money value) {
        return new Published.VoucherLine(customerId, event.voucherId(), reward, Published.Amount.of(value));
    }
}
