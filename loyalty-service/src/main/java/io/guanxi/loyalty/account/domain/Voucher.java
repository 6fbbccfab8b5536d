package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A voucher of this account.
 *
 * @param reward the reward that it came from
 * @param expires the first moment at which it cannot be used any more
 * @param order the order that it is reserved for or was used in
 * @param reservedUntil when a reservation ends by itself
 */
public record Voucher(
        String voucherId,
        String reward,
        Money value,
        Instant expires,
        Status status,
        @Nullable OrderRef order,
        @Nullable Instant reservedUntil) {

    public enum Status {
        USABLE,
        RESERVED,
        REDEEMED,
        EXPIRED
    }

    Voucher reserved(OrderRef forOrder, Instant until) {
        return new Voucher(voucherId, reward, value, expires, Status.RESERVED, forOrder, until);
    }

    Voucher released() {
        return new Voucher(voucherId, reward, value, expires, Status.USABLE, null, null);
    }

    Voucher redeemed(OrderRef inOrder) {
        return new Voucher(voucherId, reward, value, expires, Status.REDEEMED, inOrder, null);
    }

    Voucher expired() {
        return new Voucher(voucherId, reward, value, expires, Status.EXPIRED, null, null);
    }
}
