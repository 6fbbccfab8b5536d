package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Which share of an order's points its refunds take back, with every number that the share is computed from.
 *
 * <p>The share is cumulative: the points due for all refunds so far, less those taken back before. However an order is
 * divided into returns, their reversals add up to what one return of the same amount would have reversed, and to exactly
 * what was earned when everything is refunded.
 *
 * @param earning what the order earned
 * @param paid what was paid for it
 * @param refund what this return refunds
 * @param refundedSoFar all refunds of the order up to and with this one, at most {@code paid}
 * @param reversedBefore the points that earlier returns took back
 * @param rounding how a fraction of a point is rounded
 */
public record RefundShare(
        Earning earning,
        Money paid,
        Money refund,
        BigDecimal refundedSoFar,
        long reversedBefore,
        RoundingMode rounding) {

    /** The points due for all refunds so far; between 0 and what was earned. */
    public long due() {
        return BigDecimal.valueOf(earning.points())
                .multiply(refundedSoFar)
                .divide(paid.amount(), 0, rounding)
                .longValueExact();
    }

    /** The points that this refund takes back. */
    public long points() {
        return due() - reversedBefore;
    }
}
