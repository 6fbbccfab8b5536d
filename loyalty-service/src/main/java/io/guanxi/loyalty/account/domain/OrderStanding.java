package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.lots.Lot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an account must remember of one order so that no effect of it happens twice.
 *
 * @param payment absent while none is known
 * @param earned what it earned, by purse
 * @param refunds the refunded amounts that count, by return id, in the currency of the payment
 * @param delivered when the first delivery was; absent while none is known
 * @param cancelled whether the whole order was cancelled
 */
public record OrderStanding(
        @Nullable Payment payment,
        Map<String, Earned> earned,
        Map<String, BigDecimal> refunds,
        @Nullable Instant delivered,
        boolean cancelled) {

    /** An order of which nothing is known that concerns points. */
    static final OrderStanding UNKNOWN = new OrderStanding(null, Map.of(), Map.of(), null, false);

    /** @param cause the order event that said so */
    public record Payment(Money paid, Instant paidAt, String cause) {}

    /**
     * Points of one purse.
     *
     * @param entryId the entry that earned them
     * @param points all that the order earned, corrections counted in
     * @param reversed what was taken back of them
     * @param lots the lots that it made, one for the payment and one for each correction that gave more
     */
    public record Earned(String entryId, long points, long reversed, int ruleVersion, List<String> lots) {

        public Earned {
            lots = List.copyOf(lots);
        }

        public long net() {
            return points - reversed;
        }
    }

    public OrderStanding {
        earned = Collections.unmodifiableMap(new TreeMap<>(earned));
        // In the order of their arrival, so that the same events give the same text of the state.
        refunds = Collections.unmodifiableMap(new LinkedHashMap<>(refunds));
    }

    /** All refunds that count, not limited to what was paid. */
    BigDecimal refunded() {
        return refunds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the customer has paid for it in the end: nothing for a cancelled order. */
    public BigDecimal netSpend() {
        return payment == null || cancelled
                ? BigDecimal.ZERO
                : payment.paid().amount().subtract(refunded()).max(BigDecimal.ZERO);
    }

    /** The points of a purse that this order still gives. */
    public long netPoints(String purse) {
        Earned points = earned.get(purse);
        return points == null ? 0 : points.net();
    }

    /** A payment that is known already stays as it is. */
    OrderStanding paid(Payment reported) {
        return payment == null ? new OrderStanding(reported, earned, refunds, delivered, cancelled) : this;
    }

    OrderStanding earning(String purse, String entryId, long points, int ruleVersion) {
        return with(purse, new Earned(entryId, points, 0, ruleVersion, points == 0 ? List.of() : List.of(entryId)));
    }

    OrderStanding reversing(String purse, long points) {
        Earned before = earned.get(purse);
        return before == null
                ? this
                : with(
                        purse,
                        new Earned(
                                before.entryId(),
                                before.points(),
                                before.reversed() + points,
                                before.ruleVersion(),
                                before.lots()));
    }

    /** @param lot what the correction made; absent if it gave nothing more */
    OrderStanding correcting(
            String purse, String entryId, long points, long reversed, int ruleVersion, @Nullable Lot lot) {
        Earned before = earned.getOrDefault(purse, new Earned(entryId, 0, 0, ruleVersion, List.of()));
        var lots = new ArrayList<>(before.lots());
        if (lot != null) {
            lots.add(lot.id());
        }
        return with(purse, new Earned(before.entryId(), points, reversed, ruleVersion, lots));
    }

    private OrderStanding with(String purse, Earned points) {
        var all = new TreeMap<>(earned);
        all.put(purse, points);
        return new OrderStanding(payment, all, refunds, delivered, cancelled);
    }

    OrderStanding returned(String returnId, BigDecimal refund) {
        var counted = new LinkedHashMap<>(refunds);
        counted.put(returnId, refund);
        return new OrderStanding(payment, earned, counted, delivered, cancelled);
    }

    OrderStanding delivered(Instant at) {
        return delivered == null ? new OrderStanding(payment, earned, refunds, at, cancelled) : this;
    }

    OrderStanding asCancelled() {
        return new OrderStanding(payment, earned, refunds, delivered, true);
    }
}
