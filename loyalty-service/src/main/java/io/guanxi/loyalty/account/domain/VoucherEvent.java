package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import java.time.Instant;

/** What happens to a voucher of the account. */
public sealed interface VoucherEvent extends LoyaltyEvent {

    String voucherId();

    String cause();

    @Override
    Instant at();

    /**
     * @param holdId the points that paid for it
     * @param spentBy the entry that spent them
     */
    record VoucherIssued(
            String voucherId,
            String reward,
            Money value,
            String holdId,
            String spentBy,
            Instant expires,
            String cause,
            Instant at)
            implements VoucherEvent {}

    /** A basket keeps it aside. */
    record VoucherReserved(String voucherId, OrderRef order, Instant until, String cause, Instant at)
            implements VoucherEvent {}

    /** It is free again. */
    record VoucherReleased(String voucherId, boolean timedOut, String cause, Instant at) implements VoucherEvent {}

    record VoucherRedeemed(String voucherId, String reward, Money value, OrderRef order, String cause, Instant at)
            implements VoucherEvent {}

    record VoucherExpired(String voucherId, String reward, Money value, String cause, Instant at)
            implements VoucherEvent {}
}
