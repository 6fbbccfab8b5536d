package io.guanxi.loyalty.account.explain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.CheckoutEntry.HoldReleased;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsHeld;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsReturned;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsSpent;
import io.guanxi.loyalty.account.domain.EarningPolicy;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.GiftEntry.BonusGranted;
import io.guanxi.loyalty.account.domain.GiftEntry.GoodwillGranted;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsAdjusted;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsReceived;
import io.guanxi.loyalty.account.domain.GiftEntry.PointsSent;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferDeclined;
import io.guanxi.loyalty.account.domain.GiftEntry.TransferTakenBack;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.OrderEntry.CancellationNoted;
import io.guanxi.loyalty.account.domain.OrderEntry.EarningCorrected;
import io.guanxi.loyalty.account.domain.OrderEntry.NothingEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsEarned;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByCancellation;
import io.guanxi.loyalty.account.domain.OrderEntry.PointsReversedByReturn;
import io.guanxi.loyalty.account.domain.OrderEntry.RefundCarriedForward;
import io.guanxi.loyalty.account.domain.OrderRef;
import io.guanxi.loyalty.account.domain.RefundShare;
import io.guanxi.loyalty.account.domain.TermShare;
import io.guanxi.loyalty.account.domain.TimeEntry;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class ChineseEntries extends EntryWording {

    @Override
    String order(OrderEntry entry, ZoneId zone) {
        String orderId = entry.order().orderId();
        return switch (entry) {
            case PointsEarned e -> "订单 %s 已支付 %s。%s".formatted(orderId, e.paid(), earned(e, zone));
            case NothingEarned e -> "订单 %s 已支付 %s。%s".formatted(orderId, e.paid(), nothing(e));
            case PointsReversedByReturn e ->
                "%s此前已扣回 %d 积分,本次扣回 %d 积分。%s"
                        .formatted(
                                refunded(e.returnId(), orderId, e.share()),
                                e.share().reversedBefore(),
                                e.points(),
                                gone(e.owed(), e.forgiven()));
            case RefundCarriedForward e ->
                "%s此前已扣回 %d 积分,本次不扣积分,退款金额计入下一次退货。"
                        .formatted(
                                refunded(e.returnId(), orderId, e.share()),
                                e.share().reversedBefore());
            case PointsReversedByCancellation e ->
                "订单 %s 已取消。该订单曾获得 %d 积分,此前已扣回 %d 积分,现扣回其余 %d 积分。%s"
                        .formatted(
                                orderId,
                                e.earning().points(),
                                e.reversedBefore(),
                                e.points(),
                                gone(e.owed(), e.forgiven()));
            case CancellationNoted e -> "订单 %s 在收到付款之前已取消,之后到达的付款不产生积分。".formatted(orderId);
            case EarningCorrected e -> corrected(e);
        };
    }

    private static String earned(PointsEarned e, ZoneId zone) {
        String calculation = e.rule().rate() != null || e.terms().isEmpty()
                ? oneRate(e.paid(), e.rule(), e.points())
                : severalTerms(e.rule(), e.terms(), e.points());
        if (!e.pending()) {
            return calculation;
        }
        return e.lot().matures() == null
                ? calculation + "这些积分在送达 " + e.lot().daysAfterDelivery() + " 天后可以使用。"
                : calculation + "这些积分自 " + ChineseWords.day(e.lot().matures(), zone) + "起可以使用。";
    }

    private static String oneRate(Money paid, AppliedRule rule, long points) {
        BigDecimal rate = rule.rate() == null ? BigDecimal.ZERO : rule.rate();
        long rounded = Calculation.rounded(paid, rule);
        return "按规则第 %d 版,每 1 %s 计 %s 积分:%s × %s = %s,%s为 %d 积分%s。"
                .formatted(
                        rule.version(),
                        paid.currency(),
                        rate.toPlainString(),
                        paid.amount().toPlainString(),
                        rate.toPlainString(),
                        Calculation.product(paid, rate),
                        ChineseWords.rounded(rule.rounding()),
                        rounded,
                        capped(rounded, points));
    }

    private static String severalTerms(AppliedRule rule, List<TermShare> terms, long points) {
        long rounded = Calculation.rounded(terms, rule.rounding());
        return "按规则第 %d 版:%s,合计 %s,%s为 %d 积分%s。"
                .formatted(
                        rule.version(),
                        terms.stream().map(ChineseEntries::term).collect(Collectors.joining(";")),
                        Calculation.sum(terms).toPlainString(),
                        ChineseWords.rounded(rule.rounding()),
                        rounded,
                        capped(rounded, points));
    }

    private static String capped(long rounded, long points) {
        return rounded == points ? "" : ",受上限限制计 " + points + " 积分";
    }

    private static String term(TermShare term) {
        return "“" + term.term() + "” " + Calculation.of(term);
    }

    private static String nothing(NothingEarned e) {
        BigDecimal rate = e.rule().rate();
        if (e.becauseOf(EarningPolicy.A_CANCELLED_ORDER_EARNS_NOTHING)) {
            return "该订单在收到付款之前已取消,因此不产生积分。";
        }
        if (e.becauseOf(EarningPolicy.AN_ORDER_THAT_MEETS_NO_CONDITION_EARNS_NOTHING)) {
            return "该订单不符合规则第 %d 版的任何积分条件,因此不产生积分。".formatted(e.rule().version());
        }
        if (!e.terms().isEmpty() && rate == null) {
            return severalTerms(e.rule(), e.terms(), 0);
        }
        return rate == null
                ? "规则第 %d 版没有 %s 的积分比率,因此不产生积分。"
                        .formatted(e.rule().version(), e.paid().currency())
                : oneRate(e.paid(), e.rule(), 0);
    }

    private static String refunded(String returnId, String orderId, RefundShare share) {
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
                        ChineseWords.rounded(share.rounding()),
                        share.due());
    }

    private static String corrected(EarningCorrected e) {
        String returns = e.reversed() == 0 ? "" : ",退货部分扣回 " + e.reversed() + " 积分";
        String change = e.points() == 0 ? "积分不变" : (e.points() > 0 ? "补发 " : "扣回 ") + Math.abs(e.points()) + " 积分";
        return "更正 %s 按规则第 %d 版重新计算订单 %s:应得 %d 积分而非 %d 积分%s,因此%s。%s"
                .formatted(
                        e.correctionId(),
                        e.rule().version(),
                        e.order().orderId(),
                        e.after(),
                        e.before(),
                        returns,
                        change,
                        gone(e.owed(), e.forgiven()));
    }

    private static String gone(long owed, long forgiven) {
        return (owed == 0 ? "" : "其中 " + owed + " 积分已不在账户中,记为欠分。")
                + (forgiven == 0 ? "" : "其中 " + forgiven + " 积分已不在账户中,不再追讨。");
    }

    @Override
    String time(TimeEntry entry, ZoneId zone) {
        return switch (entry) {
            case TimeEntry.PointsMatured e -> "%d 积分的等待期已结束,可以使用。".formatted(e.points());
            case TimeEntry.PointsExpired e ->
                "%d 积分的最后一天是 %s,现已失效。".formatted(e.points(), ChineseWords.lastDay(e.at(), zone));
            case TimeEntry.DebtRepaid e -> "%d 积分用于偿还欠分。".formatted(e.points());
        };
    }

    @Override
    String checkout(CheckoutEntry entry, ZoneId zone) {
        return switch (entry) {
            case PointsHeld e ->
                "为%s保留 %d 积分至 %s,先保留最早失效的积分。"
                        .formatted(purpose(e.order(), e.reward()), e.points(), ChineseWords.moment(e.until(), zone));
            case PointsSpent e ->
                "%d 积分用于%s。"
                        .formatted(e.points(), purpose(e.order(), e.reward()).strip());
            case HoldReleased e ->
                e.timedOut()
                        ? "保留的 %d 积分未在期限内使用,已恢复可用。".formatted(e.points())
                        : "保留的 %d 积分已恢复可用。".formatted(e.points());
            case PointsReturned e ->
                "曾用于%s的 %d 积分已退回。%s"
                        .formatted(
                                purpose(e.order(), null), e.points(), e.lot() == null ? "" : "其中部分积分在此期间已失效,现有新的最后一天。");
        };
    }

    private static String purpose(@Nullable OrderRef order, @Nullable String reward) {
        if (reward != null) {
            return "奖励“" + reward + "”";
        }
        return order == null ? "购物" : "订单 " + order.orderId() + " ";
    }

    @Override
    String gift(GiftEntry entry) {
        return switch (entry) {
            case PointsSent e ->
                e.toFamily()
                        ? "%d 积分转入家庭账户。".formatted(e.points())
                        : "%d 积分转赠给客户 %s。".formatted(e.points(), customer(e.to()));
            case PointsReceived e -> "收到客户 %s 的 %d 积分。".formatted(customer(e.from()), e.points());
            case TransferDeclined e -> "客户 %s 的 %d 积分未能接收,现予退还。".formatted(customer(e.from()), e.points());
            case TransferTakenBack e -> "转赠给客户 %s 的 %d 积分未能接收,已退回。".formatted(customer(e.to()), e.points());
            case PointsAdjusted e ->
                "%s %s %d 积分,原因:%s。"
                        .formatted(e.person(), e.points() > 0 ? "增加了" : "扣除了", Math.abs(e.points()), e.reason());
            case GoodwillGranted e ->
                "%s 因投诉 %s 补偿 %d 积分,原因:%s。".formatted(e.person(), e.complaint(), e.points(), e.reason());
            case BonusGranted e -> bonus(e);
        };
    }

    private static String bonus(BonusGranted e) {
        String order = e.order().orderId();
        return switch (e.side()) {
            case REFERRER -> "客户 %s 由本客户推荐而来,其订单 %s 已最终确定,奖励 %d 积分。".formatted(customer(e.other()), order, e.points());
            case FRIEND -> "由客户 %s 推荐而来,订单 %s 已最终确定,奖励 %d 积分。".formatted(customer(e.other()), order, e.points());
        };
    }

    @Override
    String balance(LedgerEntry entry) {
        String purse = entry.purse().equals(LedgerEntry.MAIN_PURSE) ? "" : "“" + entry.purse() + "”";
        return "当前" + purse + "余额为 " + entry.balance() + " 积分。";
    }
}
