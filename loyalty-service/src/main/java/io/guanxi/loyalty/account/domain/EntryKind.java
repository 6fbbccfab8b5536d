package io.guanxi.loyalty.account.domain;

import java.util.Locale;

/** What kind of line of the ledger an entry is, by a name that never changes. */
public enum EntryKind {
    POINTS_EARNED,
    NOTHING_EARNED,
    POINTS_REVERSED_BY_RETURN,
    REFUND_CARRIED_FORWARD,
    POINTS_REVERSED_BY_CANCELLATION,
    CANCELLATION_NOTED,
    EARNING_CORRECTED,
    POINTS_MATURED,
    POINTS_EXPIRED,
    DEBT_REPAID,
    POINTS_HELD,
    POINTS_SPENT,
    HOLD_RELEASED,
    POINTS_RETURNED,
    POINTS_SENT,
    POINTS_RECEIVED,
    TRANSFER_DECLINED,
    TRANSFER_TAKEN_BACK,
    POINTS_ADJUSTED,
    GOODWILL_GRANTED,
    BONUS_GRANTED;

    /** Such as {@code points-earned}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static EntryKind of(LedgerEntry entry) {
        return switch (entry) {
            case OrderEntry.PointsEarned e -> POINTS_EARNED;
            case OrderEntry.NothingEarned e -> NOTHING_EARNED;
            case OrderEntry.PointsReversedByReturn e -> POINTS_REVERSED_BY_RETURN;
            case OrderEntry.RefundCarriedForward e -> REFUND_CARRIED_FORWARD;
            case OrderEntry.PointsReversedByCancellation e -> POINTS_REVERSED_BY_CANCELLATION;
            case OrderEntry.CancellationNoted e -> CANCELLATION_NOTED;
            case OrderEntry.EarningCorrected e -> EARNING_CORRECTED;
            case TimeEntry.PointsMatured e -> POINTS_MATURED;
            case TimeEntry.PointsExpired e -> POINTS_EXPIRED;
            case TimeEntry.DebtRepaid e -> DEBT_REPAID;
            case CheckoutEntry.PointsHeld e -> POINTS_HELD;
            case CheckoutEntry.PointsSpent e -> POINTS_SPENT;
            case CheckoutEntry.HoldReleased e -> HOLD_RELEASED;
            case CheckoutEntry.PointsReturned e -> POINTS_RETURNED;
            case GiftEntry.PointsSent e -> POINTS_SENT;
            case GiftEntry.PointsReceived e -> POINTS_RECEIVED;
            case GiftEntry.TransferDeclined e -> TRANSFER_DECLINED;
            case GiftEntry.TransferTakenBack e -> TRANSFER_TAKEN_BACK;
            case GiftEntry.PointsAdjusted e -> POINTS_ADJUSTED;
            case GiftEntry.GoodwillGranted e -> GOODWILL_GRANTED;
            case GiftEntry.BonusGranted e -> BONUS_GRANTED;
        };
    }
}
