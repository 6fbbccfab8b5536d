package io.guanxi.loyalty.account.view.accountentries;

import io.guanxi.contracts.CustomerKey;
import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.CheckoutEntry.HoldReleased;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsHeld;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsReturned;
import io.guanxi.loyalty.account.domain.CheckoutEntry.PointsSpent;
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
import io.guanxi.loyalty.account.domain.TimeEntry;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a line is about besides its points. */
final class About {

    enum Detail {
        SHOP,
        ORDER,
        RETURN,
        HOLD,
        REWARD,
        TRANSFER,
        OTHER,
        COMPLAINT,
        CORRECTION,
        ADJUSTMENT,
        REASON
    }

    private final Map<Detail, String> details = new EnumMap<>(Detail.class);

    private @Nullable Integer ruleVersion;

    private About() {}

    static About of(LedgerEntry entry) {
        return switch (entry) {
            case OrderEntry e -> of(e).order(e.order());
            case TimeEntry e -> of(e);
            case CheckoutEntry e -> of(e).with(Detail.HOLD, e.holdId());
            case GiftEntry e -> of(e);
        };
    }

    private static About of(OrderEntry entry) {
        return switch (entry) {
            case PointsEarned e -> new About().rule(e.rule().version());
            case NothingEarned e -> new About().rule(e.rule().version());
            case PointsReversedByReturn e ->
                new About()
                        .with(Detail.RETURN, e.returnId())
                        .rule(e.share().earning().ruleVersion());
            case RefundCarriedForward e ->
                new About()
                        .with(Detail.RETURN, e.returnId())
                        .rule(e.share().earning().ruleVersion());
            case PointsReversedByCancellation e -> new About().rule(e.earning().ruleVersion());
            case CancellationNoted e -> new About();
            case EarningCorrected e ->
                new About()
                        .with(Detail.CORRECTION, e.correctionId())
                        .rule(e.rule().version());
        };
    }

    private static About of(TimeEntry entry) {
        return switch (entry) {
            case TimeEntry.PointsMatured e -> new About();
            case TimeEntry.PointsExpired e -> new About();
            case TimeEntry.DebtRepaid e -> new About();
        };
    }

    private static About of(CheckoutEntry entry) {
        return switch (entry) {
            case PointsHeld e ->
                new About().order(e.order()).with(Detail.REWARD, e.reward()).rule(e.ruleVersion());
            case PointsSpent e -> new About().order(e.order()).with(Detail.REWARD, e.reward());
            case HoldReleased e -> new About().with(Detail.REWARD, e.reward());
            case PointsReturned e -> new About().order(e.order()).with(Detail.RETURN, e.returnId());
        };
    }

    private static About of(GiftEntry entry) {
        return switch (entry) {
            case PointsSent e ->
                new About().with(Detail.TRANSFER, e.transferId()).other(e.to()).rule(e.ruleVersion());
            case PointsReceived e ->
                new About().with(Detail.TRANSFER, e.transferId()).other(e.from());
            case TransferDeclined e ->
                new About().with(Detail.TRANSFER, e.transferId()).other(e.from());
            case TransferTakenBack e ->
                new About().with(Detail.TRANSFER, e.transferId()).other(e.to());
            case PointsAdjusted e ->
                new About().with(Detail.ADJUSTMENT, e.adjustmentId()).with(Detail.REASON, e.reason());
            case GoodwillGranted e ->
                new About()
                        .with(Detail.COMPLAINT, e.complaint())
                        .with(Detail.REASON, e.reason())
                        .rule(e.ruleVersion());
            case BonusGranted e -> new About().order(e.order()).other(e.other()).rule(e.ruleVersion());
        };
    }

    private About with(Detail detail, @Nullable String value) {
        if (value != null) {
            details.put(detail, value);
        }
        return this;
    }

    private About order(@Nullable OrderRef order) {
        return order == null ? this : with(Detail.SHOP, order.shop()).with(Detail.ORDER, order.orderId());
    }

    private About other(String account) {
        return with(Detail.OTHER, CustomerKey.parse(account).customerId());
    }

    private About rule(int version) {
        ruleVersion = version;
        return this;
    }

    @Nullable
    String get(Detail detail) {
        return details.get(detail);
    }

    @Nullable
    Integer ruleVersion() {
        return ruleVersion;
    }
}
