package io.guanxi.loyalty.account.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Decision.Accepted;
import io.guanxi.kernel.Decision.Refused;
import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.EarnForPayment;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.NoteOrder;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyCommand.ReverseForReturn;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.AccountOpened;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.CancellationNoted;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.NothingEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.BalanceWouldBeTooLarge;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.OrderIsNotPaidYet;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.PaymentDiffers;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.RefundDiffers;
import io.guanxi.loyalty.account.domain.LoyaltyRejection.RefundIsInAnotherCurrency;
import java.math.BigDecimal;
import java.util.ArrayList;

/**
 * Decides what an order event does to an account.
 *
 * <p>An order earns once, a return counts once, a cancellation takes what is left; so a repeated event does nothing. The
 * points that an order ends with depend on what happened to it and not on the order in which that was heard.
 */
public final class LoyaltyDecider {

    private LoyaltyDecider() {}

    public static Decision<LoyaltyEvent, LoyaltyRejection> decide(LoyaltyAccount account, LoyaltyCommand command) {
        OrderStanding order = account.order(command.order());
        Decision<LoyaltyEvent, LoyaltyRejection> decision = switch (command) {
            case NoteOrder note -> Decision.nothing();
            case EarnForPayment payment -> earn(account, order, payment);
            case ReverseForReturn goods -> reverse(account, order, goods);
            case ReverseForCancellation cancellation -> reverse(account, order, cancellation);
        };
        return account.opened() ? decision : openingFirst(command, decision);
    }

    private static Decision<LoyaltyEvent, LoyaltyRejection> openingFirst(
            LoyaltyCommand command, Decision<LoyaltyEvent, LoyaltyRejection> decision) {
        return switch (decision) {
            case Accepted<LoyaltyEvent, LoyaltyRejection> accepted -> {
                var all = new ArrayList<LoyaltyEvent>();
                all.add(new AccountOpened(command.account(), command.order(), command.cause()));
                all.addAll(accepted.events());
                yield Decision.accept(all);
            }
            case Refused<LoyaltyEvent, LoyaltyRejection> refused -> refused;
        };
    }

    private static Decision<LoyaltyEvent, LoyaltyRejection> earn(
            LoyaltyAccount account, OrderStanding order, EarnForPayment c) {
        if (order.payment() != null) {
            Money recorded = order.payment().paid();
            return sameMoney(recorded, c.paid())
                    ? Decision.nothing()
                    : Decision.refuse(new PaymentDiffers(c.order(), recorded, c.paid()));
        }
        AppliedRule rule = c.rule().in(c.paid().currency());
        var verdict = EarningPolicy.judge(new EarningPolicy.Payment(c.paid(), rule, order.cancelled()));
        if (verdict.points().signum() == 0) {
            return Decision.accept(new NothingEarned(
                    EffectKey.ofPayment(c.account(), c.order()).entryId(),
                    c.order(),
                    c.paid(),
                    rule,
                    verdict.findings(),
                    account.balance(),
                    c.cause()));
        }
        BigDecimal balance = verdict.points().add(BigDecimal.valueOf(account.balance()));
        if (balance.compareTo(BigDecimal.valueOf(LoyaltyAccount.LARGEST_BALANCE)) > 0) {
            return Decision.refuse(new BalanceWouldBeTooLarge(c.order()));
        }
        return Decision.accept(new PointsEarned(
                EffectKey.ofPayment(c.account(), c.order()).entryId(),
                c.order(),
                c.paid(),
                rule,
                verdict.findings(),
                verdict.points().longValueExact(),
                balance.longValueExact(),
                c.cause()));
    }

    private static Decision<LoyaltyEvent, LoyaltyRejection> reverse(
            LoyaltyAccount account, OrderStanding order, ReverseForReturn c) {
        if (order.cancelled()) {
            return Decision.nothing();
        }
        OrderStanding.Payment payment = order.payment();
        if (payment == null) {
            return Decision.refuse(new OrderIsNotPaidYet(c.order()));
        }
        String currency = payment.paid().currency();
        if (!currency.equals(c.refund().currency())) {
            return Decision.refuse(new RefundIsInAnotherCurrency(
                    c.order(), c.returnId(), c.refund().currency(), currency));
        }
        BigDecimal counted = order.refunds().get(c.returnId());
        if (counted != null && counted.compareTo(c.refund().amount()) != 0) {
            return Decision.refuse(
                    new RefundDiffers(c.order(), c.returnId(), new Money(counted, currency), c.refund()));
        }
        boolean changesNothing = counted != null || c.refund().isZero() || order.netPoints() == 0;
        return changesNothing ? Decision.nothing() : Decision.accept(reversal(account, order, payment, c));
    }

    private static LoyaltyEvent reversal(
            LoyaltyAccount account, OrderStanding order, OrderStanding.Payment payment, ReverseForReturn c) {
        RefundShare share = ReversalPolicy.shareOf(c.refund(), order, payment.paid(), earning(c, payment));
        var findings = ReversalPolicy.findingsOnReturn(share, order);
        String entryId =
                EffectKey.ofReturn(c.account(), c.order(), c.returnId()).entryId();
        long points = share.points();
        long balance = account.balance() - points;
        return points == 0
                ? new RefundCarriedForward(entryId, c.order(), c.returnId(), share, findings, balance, c.cause())
                : new PointsReversedByReturn(
                        entryId, c.order(), c.returnId(), share, findings, points, balance, c.cause());
    }

    private static Decision<LoyaltyEvent, LoyaltyRejection> reverse(
            LoyaltyAccount account, OrderStanding order, ReverseForCancellation c) {
        OrderStanding.Payment payment = order.payment();
        if (payment == null && !order.cancelled()) {
            return Decision.accept(new CancellationNoted(
                    EffectKey.ofCancellation(c.account(), c.order()).entryId(),
                    c.order(),
                    ReversalPolicy.findingsOnCancellationBeforePayment(),
                    account.balance(),
                    c.cause()));
        }
        long left = order.netPoints();
        if (payment == null || left == 0) {
            return Decision.nothing();
        }
        return Decision.accept(new PointsReversedByCancellation(
                EffectKey.ofCancellation(c.account(), c.order()).entryId(),
                c.order(),
                earning(c, payment),
                order.reversed(),
                ReversalPolicy.findingsOnCancellation(order.reversed()),
                left,
                account.balance() - left,
                c.cause()));
    }

    private static Earning earning(LoyaltyCommand c, OrderStanding.Payment payment) {
        String entryId = EffectKey.ofPayment(c.account(), c.order()).entryId();
        return new Earning(entryId, payment.points(), payment.ruleVersion(), payment.cause());
    }

    private static boolean sameMoney(Money one, Money other) {
        return one.currency().equals(other.currency()) && one.compareAmount(other) == 0;
    }
}
