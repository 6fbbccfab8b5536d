package io.guanxi.loyalty.rehearsal.domain;

import io.guanxi.loyalty.account.domain.CheckoutEntry;
import io.guanxi.loyalty.account.domain.GiftEntry;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.OrderEntry;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.lots.Bucket;

/** Under which heading a line of the ledger is counted. */
final class PointFlows {

    private PointFlows() {}

    static PointFigures of(LedgerEntry entry) {
        return switch (entry) {
            case OrderEntry e -> ofOrder(e);
            case TimeEntry e -> ofTime(e);
            case CheckoutEntry e -> ofCheckout(e);
            case GiftEntry e -> flows(0, 0, 0, 0, 0, fromOutside(e));
        };
    }

    private static PointFigures ofOrder(OrderEntry entry) {
        return switch (entry) {
            case OrderEntry.PointsEarned e -> flows(e.points(), 0, 0, 0, 0, 0);
            case OrderEntry.EarningCorrected e -> flows(fromOutside(e) - e.owed(), 0, 0, 0, 0, 0);
            case OrderEntry.PointsReversedByReturn e -> flows(0, 0, 0, 0, e.points() - e.forgiven(), 0);
            case OrderEntry.PointsReversedByCancellation e -> flows(0, 0, 0, 0, e.points() - e.forgiven(), 0);
            case OrderEntry.NothingEarned e -> PointFigures.NONE;
            case OrderEntry.RefundCarriedForward e -> PointFigures.NONE;
            case OrderEntry.CancellationNoted e -> PointFigures.NONE;
        };
    }

    /** A debt that is repaid was counted when it came about. */
    private static PointFigures ofTime(TimeEntry entry) {
        return switch (entry) {
            case TimeEntry.PointsMatured e -> flows(0, e.points(), 0, 0, 0, 0);
            case TimeEntry.PointsExpired e -> flows(0, 0, 0, e.points(), 0, 0);
            case TimeEntry.DebtRepaid e -> PointFigures.NONE;
        };
    }

    private static PointFigures ofCheckout(CheckoutEntry entry) {
        return switch (entry) {
            case CheckoutEntry.PointsSpent e -> flows(0, 0, e.points(), 0, 0, 0);
            case CheckoutEntry.PointsReturned e -> flows(0, 0, -e.points(), 0, 0, 0);
            case CheckoutEntry.PointsHeld e -> PointFigures.NONE;
            case CheckoutEntry.HoldReleased e -> PointFigures.NONE;
        };
    }

    private static long fromOutside(LedgerEntry entry) {
        return -entry.changeOf(Bucket.OUTSIDE);
    }

    private static PointFigures flows(long earned, long matured, long spent, long expired, long reversed, long given) {
        return new PointFigures(earned, matured, spent, expired, reversed, given, 0, 0, 0, 0);
    }
}
