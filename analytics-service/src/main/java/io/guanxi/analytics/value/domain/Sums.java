package io.guanxi.analytics.value.domain;

import java.math.BigDecimal;

/**
 * What was sold in one currency.
 *
 * @param orders that were sold
 * @param revenue before refunds
 * @param refunded never more than the revenue
 */
public record Sums(long orders, BigDecimal revenue, BigDecimal refunded) {

    static final Sums ZERO = new Sums(0, Amounts.ZERO, Amounts.ZERO);

    /** Revenue less refunds. */
    public BigDecimal net() {
        return revenue.subtract(refunded);
    }

    boolean isZero() {
        return orders == 0 && revenue.signum() == 0 && refunded.signum() == 0;
    }

    Sums plus(Sums other) {
        return new Sums(orders + other.orders, revenue.add(other.revenue), refunded.add(other.refunded));
    }

    Sums negated() {
        return new Sums(-orders, revenue.negate(), refunded.negate());
    }
}
