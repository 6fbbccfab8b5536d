package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.OrderIsNotPaidYet;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.RefundDiffers;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.RefundIsInAnotherCurrency;
import io.guanxi.loyalty.account.domain.OrderEntry.CancellationNoted;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.OrderEntry.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.OrderStanding.Earned;
import io.guanxi.loyalty.account.domain.OrderStanding.Payment;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goods come back or an order is cancelled, and takes back exactly what it has earned. */
final class ReversingPoints {

    private ReversingPoints() {}

    static @Nullable LoyaltyRejection goodsReturned(Unfolding course, ReverseForReturn c, Instant at) {
        OrderStanding order = course.account().order(c.order());
        if (order.cancelled()) {
            return null;
        }
        Payment payment = order.payment();
        if (payment == null) {
            return new OrderIsNotPaidYet(c.order());
        }
        String currency = payment.paid().currency();
        if (!currency.equals(c.refund().currency())) {
            return new RefundIsInAnotherCurrency(
                    c.order(), c.returnId(), c.refund().currency(), currency);
        }
        BigDecimal counted = order.refunds().get(c.returnId());
        if (counted != null) {
            return counted.compareTo(c.refund().amount()) == 0
                    ? null
                    : new RefundDiffers(c.order(), c.returnId(), new Money(counted, currency), c.refund());
        }
        if (!c.refund().isZero()) {
            course.then(new Fact.ReturnNoted(
                    c.order(), c.returnId(), c.refund(), c.stamp().cause(), at));
            Shortfall shortfall = shortfall(course, payment, c.stamp());
            order.earned().forEach((purse, earned) -> reverse(course, c, order, payment, purse, shortfall, at));
        }
        return null;
    }

    private static void reverse(
            Unfolding course,
            ReverseForReturn c,
            OrderStanding order,
            Payment payment,
            String purse,
            Shortfall shortfall,
            Instant at) {
        Earned earned = order.earned().get(purse);
        if (earned == null || earned.net() == 0 || payment.paid().isZero()) {
            return;
        }
        Earning earning = new Earning(earned.entryId(), earned.points(), earned.ruleVersion(), payment.cause());
        RefundShare share = ReversalPolicy.shareOf(c.refund(), order, earned.reversed(), payment.paid(), earning);
        var findings = ReversalPolicy.findingsOnReturn(share, order);
        String entryId =
                EffectKey.ofReturn(c.account(), c.order(), c.returnId(), purse).entryId();
        LoyaltyAccount account = course.account();
        long balance = account.purse(purse).available();
        long points = share.points();
        if (points == 0) {
            course.then(new RefundCarriedForward(
                    entryId,
                    c.order(),
                    c.returnId(),
                    share,
                    findings,
                    balance,
                    c.stamp().cause(),
                    purse,
                    at));
            return;
        }
        var taken = TakingBack.of(account, purse, earned.lots(), points, shortfall);
        course.then(new PointsReversedByReturn(
                entryId,
                c.order(),
                c.returnId(),
                share,
                ReversalPolicy.with(findings, taken, shortfall),
                points,
                balance - taken.available(),
                c.stamp().cause(),
                purse,
                taken.moves(),
                taken.owed(),
                taken.forgiven(),
                at));
    }

    static @Nullable LoyaltyRejection cancelled(Unfolding course, ReverseForCancellation c, Instant at) {
        OrderStanding order = course.account().order(c.order());
        if (order.cancelled()) {
            return null;
        }
        Payment payment = order.payment();
        if (payment == null) {
            course.then(new CancellationNoted(
                    EffectKey.ofCancellation(c.account(), c.order(), LedgerEntry.MAIN_PURSE)
                            .entryId(),
                    c.order(),
                    ReversalPolicy.findingsOnCancellationBeforePayment(),
                    course.account().balance(),
                    c.stamp().cause(),
                    LedgerEntry.MAIN_PURSE,
                    at));
        } else {
            course.then(new Fact.PaidOrderCancelled(c.order(), c.stamp().cause(), at));
            Shortfall shortfall = shortfall(course, payment, c.stamp());
            for (Map.Entry<String, Earned> earned : order.earned().entrySet()) {
                reverseRest(course, c, payment, earned.getKey(), earned.getValue(), shortfall, at);
            }
        }
        ReturningSpent.ofOrder(course, c.order(), c.stamp(), at);
        return null;
    }

    private static void reverseRest(
            Unfolding course,
            ReverseForCancellation c,
            Payment payment,
            String purse,
            Earned earned,
            Shortfall shortfall,
            Instant at) {
        long left = earned.net();
        if (left == 0) {
            return;
        }
        LoyaltyAccount account = course.account();
        var taken = TakingBack.of(account, purse, earned.lots(), left, shortfall);
        course.then(new PointsReversedByCancellation(
                EffectKey.ofCancellation(c.account(), c.order(), purse).entryId(),
                c.order(),
                new Earning(earned.entryId(), earned.points(), earned.ruleVersion(), payment.cause()),
                earned.reversed(),
                ReversalPolicy.with(ReversalPolicy.findingsOnCancellation(earned.reversed()), taken, shortfall),
                left,
                account.purse(purse).available() - taken.available(),
                c.stamp().cause(),
                purse,
                taken.moves(),
                taken.owed(),
                taken.forgiven(),
                at));
    }

    private static Shortfall shortfall(Unfolding course, Payment payment, Stamp stamp) {
        return course.book()
                .inForce(payment.paidAt(), stamp.known())
                .rules()
                .reversal()
                .shortfall();
    }
}
