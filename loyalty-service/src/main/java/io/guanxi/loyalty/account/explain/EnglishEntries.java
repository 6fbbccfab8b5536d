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

final class EnglishEntries extends EntryWording {

    @Override
    String order(OrderEntry entry, ZoneId zone) {
        String orderId = entry.order().orderId();
        return switch (entry) {
            case PointsEarned e -> "Order %s was paid with %s. %s".formatted(orderId, e.paid(), earned(e, zone));
            case NothingEarned e -> "Order %s was paid with %s. %s".formatted(orderId, e.paid(), nothing(e));
            case PointsReversedByReturn e ->
                "%s %d were reversed before, so %d are reversed now.%s"
                        .formatted(
                                refunded(e.returnId(), orderId, e.share()),
                                e.share().reversedBefore(),
                                e.points(),
                                gone(e.owed(), e.forgiven()));
            case RefundCarriedForward e ->
                "%s %d were reversed before, so nothing is reversed now and the refund counts with the next one."
                        .formatted(
                                refunded(e.returnId(), orderId, e.share()),
                                e.share().reversedBefore());
            case PointsReversedByCancellation e ->
                "Order %s was cancelled. It had earned %s, %d were reversed before, so the remaining %d are reversed.%s"
                        .formatted(
                                orderId,
                                EnglishWords.points(e.earning().points()),
                                e.reversedBefore(),
                                e.points(),
                                gone(e.owed(), e.forgiven()));
            case CancellationNoted e ->
                "Order %s was cancelled before a payment was known. A payment that arrives later earns nothing."
                        .formatted(orderId);
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
                ? calculation + " They can be used " + e.lot().daysAfterDelivery() + " days after the delivery."
                : calculation + " They can be used from "
                        + EnglishWords.day(e.lot().matures(), zone) + " on.";
    }

    private static String oneRate(Money paid, AppliedRule rule, long points) {
        BigDecimal rate = rule.rate() == null ? BigDecimal.ZERO : rule.rate();
        return "Version %d of the rule gives %s for 1 %s: %s × %s = %s, %s to %s%s."
                .formatted(
                        rule.version(),
                        rate.compareTo(BigDecimal.ONE) == 0 ? "1 point" : rate.toPlainString() + " points",
                        paid.currency(),
                        paid.amount().toPlainString(),
                        rate.toPlainString(),
                        Calculation.product(paid, rate),
                        EnglishWords.rounded(rule.rounding()),
                        EnglishWords.points(Calculation.rounded(paid, rule)),
                        Calculation.rounded(paid, rule) == points ? "" : ", of which the caps leave " + points);
    }

    private static String severalTerms(AppliedRule rule, List<TermShare> terms, long points) {
        String sum = Calculation.sum(terms).toPlainString();
        long rounded = Calculation.rounded(terms, rule.rounding());
        return "By version %d of the rules it gets %s, together %s, %s to %s%s."
                .formatted(
                        rule.version(),
                        terms.stream().map(EnglishEntries::term).collect(Collectors.joining("; ")),
                        sum,
                        EnglishWords.rounded(rule.rounding()),
                        EnglishWords.points(rounded),
                        rounded == points ? "" : ", of which the caps leave " + points);
    }

    private static String term(TermShare term) {
        return "for “" + term.term() + "” " + Calculation.of(term);
    }

    private static String nothing(NothingEarned e) {
        BigDecimal rate = e.rule().rate();
        if (e.becauseOf(EarningPolicy.A_CANCELLED_ORDER_EARNS_NOTHING)) {
            return "It had been cancelled before the payment was known, so it earns nothing.";
        }
        if (e.becauseOf(EarningPolicy.AN_ORDER_THAT_MEETS_NO_CONDITION_EARNS_NOTHING)) {
            return "It meets the conditions of no term in version %d of the rules, so it earns nothing."
                    .formatted(e.rule().version());
        }
        if (!e.terms().isEmpty() && rate == null) {
            return severalTerms(e.rule(), e.terms(), 0);
        }
        return rate == null
                ? "Version %d of the rule has no rate for %s, so it earns nothing."
                        .formatted(e.rule().version(), e.paid().currency())
                : oneRate(e.paid(), e.rule(), 0);
    }

    private static String refunded(String returnId, String orderId, RefundShare share) {
        return "Return %s of order %s refunds %s, so %s of the %s paid are refunded: %s × %s ÷ %s = %s, %s to %d."
                .formatted(
                        returnId,
                        orderId,
                        share.refund(),
                        share.refundedSoFar().toPlainString(),
                        share.paid(),
                        EnglishWords.points(share.earning().points()),
                        share.refundedSoFar().toPlainString(),
                        share.paid().amount().toPlainString(),
                        Calculation.quotient(share),
                        EnglishWords.rounded(share.rounding()),
                        share.due());
    }

    private static String corrected(EarningCorrected e) {
        String returns = e.reversed() == 0 ? "" : ", less " + e.reversed() + " for what was returned of it";
        return "Correction %s judges order %s by version %d of the rules: it should have earned %d points and not %d%s. So %s.%s"
                .formatted(
                        e.correctionId(),
                        e.order().orderId(),
                        e.rule().version(),
                        e.after(),
                        e.before(),
                        returns,
                        e.points() == 0
                                ? "nothing changes"
                                : EnglishWords.points(Math.abs(e.points()))
                                        + (e.points() > 0 ? " are added" : " are taken back"),
                        gone(e.owed(), e.forgiven()));
    }

    private static String gone(long owed, long forgiven) {
        return (owed == 0 ? "" : " " + owed + " of them were gone, so the account owes them.")
                + (forgiven == 0 ? "" : " " + forgiven + " of them were gone and are not asked for.");
    }

    @Override
    String time(TimeEntry entry, ZoneId zone) {
        return switch (entry) {
            case TimeEntry.PointsMatured e ->
                "The wait for %s is over, so they can be used.".formatted(EnglishWords.points(e.points()));
            case TimeEntry.PointsExpired e ->
                "The last day of %s was %s, so they are gone."
                        .formatted(EnglishWords.points(e.points()), EnglishWords.lastDay(e.at(), zone));
            case TimeEntry.DebtRepaid e ->
                "%s paid for as many that the account owed.".formatted(EnglishWords.points(e.points()));
        };
    }

    @Override
    String checkout(CheckoutEntry entry, ZoneId zone) {
        String points = EnglishWords.points(entry.points());
        return switch (entry) {
            case PointsHeld e ->
                "%s are kept aside for %s until %s, those that end first."
                        .formatted(points, purpose(e.order(), e.reward()), EnglishWords.moment(e.until(), zone));
            case PointsSpent e -> "%s were spent on %s.".formatted(points, purpose(e.order(), e.reward()));
            case HoldReleased e ->
                e.timedOut()
                        ? "%s were kept aside and not used in time, so they are free again.".formatted(points)
                        : "%s that were kept aside are free again.".formatted(points);
            case PointsReturned e ->
                "%s that were spent on %s are back.%s"
                        .formatted(
                                points,
                                purpose(e.order(), null),
                                e.lot() == null ? "" : " Some of them had ended meanwhile and have a new last day.");
        };
    }

    private static String purpose(@Nullable OrderRef order, @Nullable String reward) {
        if (reward != null) {
            return "the reward “" + reward + "”";
        }
        return order == null ? "a purchase" : "order " + order.orderId();
    }

    @Override
    String gift(GiftEntry entry) {
        return switch (entry) {
            case PointsSent e ->
                e.toFamily()
                        ? "%s went to the family's account.".formatted(EnglishWords.points(e.points()))
                        : "%s were sent to customer %s.".formatted(EnglishWords.points(e.points()), customer(e.to()));
            case PointsReceived e ->
                "%s came from customer %s.".formatted(EnglishWords.points(e.points()), customer(e.from()));
            case TransferDeclined e ->
                "%s from customer %s could not be received and go back."
                        .formatted(EnglishWords.points(e.points()), customer(e.from()));
            case TransferTakenBack e ->
                "%s that were sent to customer %s could not be received and are back."
                        .formatted(EnglishWords.points(e.points()), customer(e.to()));
            case PointsAdjusted e ->
                "%s %s %s. The reason: %s."
                        .formatted(
                                e.person(),
                                e.points() > 0 ? "added" : "took",
                                EnglishWords.points(Math.abs(e.points())),
                                e.reason());
            case GoodwillGranted e ->
                "%s gave %s for complaint %s. The reason: %s."
                        .formatted(e.person(), EnglishWords.points(e.points()), e.complaint(), e.reason());
            case BonusGranted e -> bonus(e);
        };
    }

    private static String bonus(BonusGranted e) {
        String points = EnglishWords.points(e.points());
        String order = e.order().orderId();
        return switch (e.side()) {
            case REFERRER ->
                "Customer %s came by this customer's recommendation, and their order %s is final. That gives %s."
                        .formatted(customer(e.other()), order, points);
            case FRIEND ->
                "Customer %s had recommended the shop, and order %s is final. That gives %s."
                        .formatted(customer(e.other()), order, points);
        };
    }

    @Override
    String balance(LedgerEntry entry) {
        String purse = entry.purse().equals(LedgerEntry.MAIN_PURSE) ? "" : " in “" + entry.purse() + "”";
        return " The balance" + purse + " is " + EnglishWords.points(entry.balance()) + ".";
    }
}
