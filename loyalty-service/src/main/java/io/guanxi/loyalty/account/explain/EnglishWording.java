package io.guanxi.loyalty.account.explain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.EarningPolicy;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.CancellationNoted;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.NothingEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsEarned;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.RefundShare;
import io.guanxi.loyalty.account.domain.ReversalPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;

final class EnglishWording extends Wording {

    @Override
    String sentence(LedgerEntry entry) {
        String orderId = entry.order().orderId();
        String what = switch (entry) {
            case PointsEarned e ->
                "Order %s was paid with %s. %s".formatted(orderId, e.paid(), earned(e.paid(), e.rule(), e.points()));
            case NothingEarned e -> "Order %s was paid with %s. %s".formatted(orderId, e.paid(), nothing(e));
            case PointsReversedByReturn e ->
                "%s %d were reversed before, so %d are reversed now."
                        .formatted(
                                refunded(e.returnId(), orderId, e.share()),
                                e.share().reversedBefore(),
                                e.points());
            case RefundCarriedForward e ->
                "%s %d were reversed before, so nothing is reversed now and the refund counts with the next one."
                        .formatted(
                                refunded(e.returnId(), orderId, e.share()),
                                e.share().reversedBefore());
            case PointsReversedByCancellation e ->
                "Order %s was cancelled. It had earned %s, %d were reversed before, so the remaining %d are reversed."
                        .formatted(orderId, points(e.earning().points()), e.reversedBefore(), e.points());
            case CancellationNoted e ->
                "Order %s was cancelled before a payment was known. A payment that arrives later earns nothing."
                        .formatted(orderId);
        };
        return what + " The balance is " + points(entry.balance()) + ".";
    }

    private String nothing(NothingEarned e) {
        BigDecimal rate = e.rule().rate();
        if (e.becauseOf(EarningPolicy.A_CANCELLED_ORDER_EARNS_NOTHING)) {
            return "It had been cancelled before the payment was known, so it earns nothing.";
        }
        return rate == null
                ? "Version %d of the rule has no rate for %s, so it earns nothing."
                        .formatted(e.rule().version(), e.paid().currency())
                : earned(e.paid(), e.rule(), 0);
    }

    private String earned(Money paid, AppliedRule rule, long points) {
        BigDecimal rate = rule.rate() == null ? BigDecimal.ZERO : rule.rate();
        return "Version %d of the rule gives %s for 1 %s: %s × %s = %s, %s to %s."
                .formatted(
                        rule.version(),
                        rate.compareTo(BigDecimal.ONE) == 0 ? "1 point" : rate.toPlainString() + " points",
                        paid.currency(),
                        paid.amount().toPlainString(),
                        rate.toPlainString(),
                        Calculation.product(paid, rate),
                        rounded(rule.rounding()),
                        points(points));
    }

    private String refunded(String returnId, String orderId, RefundShare share) {
        return "Return %s of order %s refunds %s, so %s of the %s paid are refunded: %s × %s ÷ %s = %s, %s to %d."
                .formatted(
                        returnId,
                        orderId,
                        share.refund(),
                        share.refundedSoFar().toPlainString(),
                        share.paid(),
                        points(share.earning().points()),
                        share.refundedSoFar().toPlainString(),
                        share.paid().amount().toPlainString(),
                        Calculation.quotient(share),
                        rounded(share.rounding()),
                        share.due());
    }

    private static String points(long points) {
        return points == 1 ? "1 point" : points + " points";
    }

    @Override
    String rounded(RoundingMode rounding) {
        return switch (rounding) {
            case DOWN, FLOOR -> "rounded down";
            case UP, CEILING -> "rounded up";
            case HALF_UP -> "rounded to the nearest, a half up,";
            case HALF_DOWN -> "rounded to the nearest, a half down,";
            case HALF_EVEN -> "rounded to the nearest, a half to the even,";
            case UNNECESSARY -> "exact and equal";
        };
    }

    @Override
    String policy(EarningPolicy policy) {
        return switch (policy) {
            case A_CANCELLED_ORDER_EARNS_NOTHING -> "A cancelled order earns nothing.";
            case A_CURRENCY_WITHOUT_A_RATE_EARNS_NOTHING -> "A currency without a rate earns nothing.";
            case AN_AMOUNT_EARNS_ITS_RATE_ROUNDED ->
                "The paid amount earns its currency's rate, rounded once to whole points.";
        };
    }

    @Override
    String policy(ReversalPolicy policy) {
        return switch (policy) {
            case REFUNDS_BEYOND_THE_PAID_AMOUNT_REVERSE_NO_MORE ->
                "Refunds beyond the paid amount reverse no more than was earned.";
            case THE_REFUNDED_SHARE_OF_THE_POINTS_IS_REVERSED ->
                "The share of the points that was refunded is reversed, for all refunds of the order together.";
            case WHAT_WAS_REVERSED_BEFORE_IS_NOT_REVERSED_AGAIN -> "What was reversed before is not reversed again.";
            case LESS_THAN_A_POINT_IS_CARRIED_FORWARD ->
                "Less than a whole point is not reversed but carried forward to the next refund.";
            case A_CANCELLED_ORDER_KEEPS_NO_POINTS -> "A cancelled order keeps no points.";
            case A_CANCELLED_ORDER_EARNS_NOTHING_LATER ->
                "An order that is cancelled before its payment is known earns nothing later.";
        };
    }
}
