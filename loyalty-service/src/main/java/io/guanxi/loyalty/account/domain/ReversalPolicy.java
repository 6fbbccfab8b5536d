package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The policies that decide what a return or a cancellation takes back. All that apply act together. */
public enum ReversalPolicy {
    REFUNDS_BEYOND_THE_PAID_AMOUNT_REVERSE_NO_MORE("refunds-beyond-the-paid-amount-reverse-no-more"),
    THE_REFUNDED_SHARE_OF_THE_POINTS_IS_REVERSED("the-refunded-share-of-the-points-is-reversed"),
    WHAT_WAS_REVERSED_BEFORE_IS_NOT_REVERSED_AGAIN("what-was-reversed-before-is-not-reversed-again"),
    LESS_THAN_A_POINT_IS_CARRIED_FORWARD("less-than-a-point-is-carried-forward"),
    A_CANCELLED_ORDER_KEEPS_NO_POINTS("a-cancelled-order-keeps-no-points"),
    A_CANCELLED_ORDER_EARNS_NOTHING_LATER("a-cancelled-order-earns-nothing-later"),
    POINTS_THAT_ARE_GONE_ARE_OWED("points-that-are-gone-are-owed"),
    POINTS_THAT_ARE_GONE_ARE_TAKEN_FROM_THE_NEWEST("points-that-are-gone-are-taken-from-the-newest"),
    POINTS_THAT_ARE_GONE_ARE_FORGIVEN("points-that-are-gone-are-forgiven");

    /** A fraction of a point stays with the customer until a further refund completes it. */
    private static final RoundingMode IN_FAVOUR_OF_THE_CUSTOMER = RoundingMode.DOWN;

    private final String code;

    ReversalPolicy(String code) {
        this.code = code;
    }

    /** The policy's name as it is written into events. */
    public String code() {
        return code;
    }

    static RefundShare shareOf(Money refund, OrderStanding order, long reversedBefore, Money paid, Earning earning) {
        BigDecimal refunded = order.refunded().add(refund.amount()).min(paid.amount());
        return new RefundShare(earning, paid, refund, refunded, reversedBefore, IN_FAVOUR_OF_THE_CUSTOMER);
    }

    /** Adds what became of points that the order had made and that are gone; nothing where none are. */
    static List<Finding> with(List<Finding> findings, TakingBack taken, Shortfall rule) {
        boolean fromOthers = rule == Shortfall.CLAWBACK;
        if (taken.owed() == 0 && taken.forgiven() == 0 && !fromOthers) {
            return findings;
        }
        var all = new ArrayList<>(findings);
        if (fromOthers) {
            all.add(POINTS_THAT_ARE_GONE_ARE_TAKEN_FROM_THE_NEWEST.found(taken.clawsBack()));
        }
        if (taken.owed() > 0) {
            all.add(POINTS_THAT_ARE_GONE_ARE_OWED.found(true));
        }
        if (taken.forgiven() > 0) {
            all.add(POINTS_THAT_ARE_GONE_ARE_FORGIVEN.found(true));
        }
        return all;
    }

    static List<Finding> findingsOnReturn(RefundShare share, OrderStanding order) {
        boolean capped = order.refunded().add(share.refund().amount()).compareTo(share.refundedSoFar()) > 0;
        return List.of(
                REFUNDS_BEYOND_THE_PAID_AMOUNT_REVERSE_NO_MORE.found(capped),
                THE_REFUNDED_SHARE_OF_THE_POINTS_IS_REVERSED.found(true),
                WHAT_WAS_REVERSED_BEFORE_IS_NOT_REVERSED_AGAIN.found(share.reversedBefore() > 0),
                LESS_THAN_A_POINT_IS_CARRIED_FORWARD.found(share.points() == 0));
    }

    static List<Finding> findingsOnCancellation(long reversedBefore) {
        return List.of(
                A_CANCELLED_ORDER_KEEPS_NO_POINTS.found(true),
                WHAT_WAS_REVERSED_BEFORE_IS_NOT_REVERSED_AGAIN.found(reversedBefore > 0));
    }

    static List<Finding> findingsOnCancellationBeforePayment() {
        return List.of(A_CANCELLED_ORDER_EARNS_NOTHING_LATER.found(true));
    }

    private Finding found(boolean applied) {
        return new Finding(code, applied);
    }
}
