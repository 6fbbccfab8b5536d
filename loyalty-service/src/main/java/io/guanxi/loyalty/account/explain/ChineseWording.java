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

final class ChineseWording extends Wording {

    @Override
    String sentence(LedgerEntry entry) {
        String orderId = entry.order().orderId();
        String what = switch (entry) {
            case PointsEarned e ->
                "订单 %s 已支付 %s。%s".formatted(orderId, e.paid(), earned(e.paid(), e.rule(), e.points()));
            case NothingEarned e -> "订单 %s 已支付 %s。%s".formatted(orderId, e.paid(), nothing(e));
            case PointsReversedByReturn e ->
                "%s此前已扣回 %d 积分,本次扣回 %d 积分。"
                        .formatted(
                                refunded(e.returnId(), orderId, e.share()),
                                e.share().reversedBefore(),
                                e.points());
            case RefundCarriedForward e ->
                "%s此前已扣回 %d 积分,本次不扣积分,退款金额计入下一次退货。"
                        .formatted(
                                refunded(e.returnId(), orderId, e.share()),
                                e.share().reversedBefore());
            case PointsReversedByCancellation e ->
                "订单 %s 已取消。该订单曾获得 %d 积分,此前已扣回 %d 积分,现扣回其余 %d 积分。"
                        .formatted(orderId, e.earning().points(), e.reversedBefore(), e.points());
            case CancellationNoted e -> "订单 %s 在收到付款之前已取消,之后到达的付款不产生积分。".formatted(orderId);
        };
        return what + "当前余额为 " + entry.balance() + " 积分。";
    }

    private String nothing(NothingEarned e) {
        BigDecimal rate = e.rule().rate();
        if (e.becauseOf(EarningPolicy.A_CANCELLED_ORDER_EARNS_NOTHING)) {
            return "该订单在收到付款之前已取消,因此不产生积分。";
        }
        return rate == null
                ? "规则第 %d 版没有 %s 的积分比率,因此不产生积分。"
                        .formatted(e.rule().version(), e.paid().currency())
                : earned(e.paid(), e.rule(), 0);
    }

    private String earned(Money paid, AppliedRule rule, long points) {
        BigDecimal rate = rule.rate() == null ? BigDecimal.ZERO : rule.rate();
        return "按规则第 %d 版,每 1 %s 计 %s 积分:%s × %s = %s,%s为 %d 积分。"
                .formatted(
                        rule.version(),
                        paid.currency(),
                        rate.toPlainString(),
                        paid.amount().toPlainString(),
                        rate.toPlainString(),
                        Calculation.product(paid, rate),
                        rounded(rule.rounding()),
                        points);
    }

    private String refunded(String returnId, String orderId, RefundShare share) {
        return "订单 %s 的退货 %s 退款 %s,累计退款 %s(实付 %s):%d × %s ÷ %s = %s,%s为 %d 积分。"
                .formatted(
                        orderId,
                        returnId,
                        share.refund(),
                        share.refundedSoFar().toPlainString(),
                        share.paid(),
                        share.earning().points(),
                        share.refundedSoFar().toPlainString(),
                        share.paid().amount().toPlainString(),
                        Calculation.quotient(share),
                        rounded(share.rounding()),
                        share.due());
    }

    @Override
    String rounded(RoundingMode rounding) {
        return switch (rounding) {
            case DOWN, FLOOR -> "向下取整";
            case UP, CEILING -> "向上取整";
            case HALF_UP -> "四舍五入";
            case HALF_DOWN -> "五舍六入";
            case HALF_EVEN -> "四舍六入五成双";
            case UNNECESSARY -> "恰好";
        };
    }

    @Override
    String policy(EarningPolicy policy) {
        return switch (policy) {
            case A_CANCELLED_ORDER_EARNS_NOTHING -> "已取消的订单不产生积分。";
            case A_CURRENCY_WITHOUT_A_RATE_EARNS_NOTHING -> "没有积分比率的币种不产生积分。";
            case AN_AMOUNT_EARNS_ITS_RATE_ROUNDED -> "实付金额按该币种的比率计算积分,每个订单取整一次。";
        };
    }

    @Override
    String policy(ReversalPolicy policy) {
        return switch (policy) {
            case REFUNDS_BEYOND_THE_PAID_AMOUNT_REVERSE_NO_MORE -> "退款超过实付金额时,扣回的积分不超过已获得的积分。";
            case THE_REFUNDED_SHARE_OF_THE_POINTS_IS_REVERSED -> "按订单累计退款占实付金额的比例扣回积分。";
            case WHAT_WAS_REVERSED_BEFORE_IS_NOT_REVERSED_AGAIN -> "已扣回的积分不重复扣回。";
            case LESS_THAN_A_POINT_IS_CARRIED_FORWARD -> "不足 1 积分的部分不扣,计入下一次退款。";
            case A_CANCELLED_ORDER_KEEPS_NO_POINTS -> "已取消的订单不保留积分。";
            case A_CANCELLED_ORDER_EARNS_NOTHING_LATER -> "在收到付款之前取消的订单,之后也不产生积分。";
        };
    }
}
