package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account must remember of one order so that no effect of it happens twice.
 *
 * @param payment the payment and what it earned; absent while none is known
 * @param refunds the refunded amounts that count, by return id, in the currency of the payment
 * @param reversed the points taken back so far
 * @param cancelled whether the whole order was cancelled
 */
public record OrderStanding(
        @Nullable Payment payment, Map<String, BigDecimal> refunds, long reversed, boolean cancelled) {

    /** An order of which nothing is known that concerns points. */
    static final OrderStanding UNKNOWN = new OrderStanding(null, Map.of(), 0, false);

    /** A payment and what it earned, by which rule, caused by which order event. */
    public record Payment(Money paid, long points, int ruleVersion, String cause) {}

    public OrderStanding {
        // In the order of their arrival, so that the same events give the same text of the state.
        refunds = Collections.unmodifiableMap(new LinkedHashMap<>(refunds));
    }

    /** All refunds that count, not limited to what was paid. */
    BigDecimal refunded() {
        return refunds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The points that this order still holds for the customer. */
    public long netPoints() {
        return payment == null ? 0 : payment.points() - reversed;
    }

    OrderStanding paid(Money paid, long points, int ruleVersion, String cause) {
        return new OrderStanding(new Payment(paid, points, ruleVersion, cause), refunds, reversed, cancelled);
    }

    OrderStanding returned(String returnId, BigDecimal refund, long points) {
        var counted = new LinkedHashMap<>(refunds);
        counted.put(returnId, refund);
        return new OrderStanding(payment, counted, reversed + points, cancelled);
    }

    OrderStanding cancelled(long points) {
        return new OrderStanding(payment, refunds, reversed + points, true);
    }
}
