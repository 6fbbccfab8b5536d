package io.guanxi.loyalty.account.explain;

import io.guanxi.kernel.Money;
import io.guanxi.loyalty.account.domain.AppliedRule;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsHeld;
import io.guanxi.loyalty.account.domain.Earning;
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
import io.guanxi.loyalty.account.domain.RefundShare;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.explain.Explanation.Input;
import io.guanxi.loyalty.account.explain.Explanation.Rule;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an entry was decided on, and by which rule. */
final class EntryReasons {

    private EntryReasons() {}

    static List<Input> inputs(LedgerEntry entry) {
        return switch (entry) {
            case OrderEntry e -> inputs(e);
            case TimeEntry e -> List.of(new Input("time", e.cause()));
            case CheckoutEntry e -> List.of(new Input("hold", e.holdId()), new Input("request", e.cause()));
            case GiftEntry e -> inputs(e);
        };
    }

    private static List<Input> inputs(OrderEntry entry) {
        return switch (entry) {
            case PointsEarned e -> List.of(new Input("payment", e.cause()));
            case NothingEarned e -> List.of(new Input("payment", e.cause()));
            case PointsReversedByReturn e -> List.of(payment(e.share().earning()), new Input("return", e.cause()));
            case RefundCarriedForward e -> List.of(payment(e.share().earning()), new Input("return", e.cause()));
            case PointsReversedByCancellation e -> List.of(payment(e.earning()), new Input("cancellation", e.cause()));
            case CancellationNoted e -> List.of(new Input("cancellation", e.cause()));
            case EarningCorrected e -> List.of(new Input("correction", e.correctionId()));
        };
    }

    private static List<Input> inputs(GiftEntry entry) {
        return switch (entry) {
            case PointsSent e -> List.of(new Input("transfer", e.transferId()), new Input("request", e.cause()));
            case PointsReceived e -> List.of(new Input("transfer", e.transferId()));
            case TransferDeclined e -> List.of(new Input("transfer", e.transferId()));
            case TransferTakenBack e -> List.of(new Input("transfer", e.transferId()));
            case PointsAdjusted e -> List.of(new Input("adjustment", e.adjustmentId()));
            case GoodwillGranted e -> List.of(new Input("complaint", e.complaint()));
            case BonusGranted e -> List.of(new Input("recommendation", e.cause()));
        };
    }

    private static Input payment(Earning earning) {
        return new Input("payment", earning.cause());
    }

    static @Nullable Rule rule(LedgerEntry entry) {
        return switch (entry) {
            case OrderEntry e -> rule(e);
            case TimeEntry e -> null;
            case CheckoutEntry e -> e instanceof PointsHeld held ? version(held.ruleVersion()) : null;
            case GiftEntry e -> rule(e);
        };
    }

    private static @Nullable Rule rule(OrderEntry entry) {
        return switch (entry) {
            case PointsEarned e -> earningRule(e.rule(), e.paid());
            case NothingEarned e -> earningRule(e.rule(), e.paid());
            case PointsReversedByReturn e -> shareRule(e.share());
            case RefundCarriedForward e -> shareRule(e.share());
            case PointsReversedByCancellation e -> version(e.earning().ruleVersion());
            case CancellationNoted e -> null;
            case EarningCorrected e -> version(e.rule().version());
        };
    }

    private static @Nullable Rule rule(GiftEntry entry) {
        return switch (entry) {
            case PointsSent e -> version(e.ruleVersion());
            case PointsReceived e -> null;
            case TransferDeclined e -> null;
            case TransferTakenBack e -> null;
            case PointsAdjusted e -> null;
            case GoodwillGranted e -> version(e.ruleVersion());
            case BonusGranted e -> version(e.ruleVersion());
        };
    }

    private static Rule version(int version) {
        return new Rule(version, null, null, null);
    }

    private static Rule earningRule(AppliedRule rule, Money paid) {
        String rate = rule.rate() == null ? null : rule.rate().toPlainString();
        return new Rule(rule.version(), rate, paid.currency(), code(rule.rounding()));
    }

    private static Rule shareRule(RefundShare share) {
        return new Rule(share.earning().ruleVersion(), null, share.paid().currency(), code(share.rounding()));
    }

    private static String code(RoundingMode rounding) {
        return rounding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
