package io.guanxi.loyalty.liability.domain;

import io.guanxi.loyalty.account.domain.EntryKind;
import io.guanxi.loyalty.account.domain.LedgerEntry;

/**
 * On which lines the points of an entry stand.
 *
 * @param in those that came from outside
 * @param out those that left
 */
record Lines(Line in, Line out) {

    static Lines of(LedgerEntry entry) {
        return switch (EntryKind.of(entry)) {
            case POINTS_EARNED,
                    NOTHING_EARNED,
                    POINTS_REVERSED_BY_RETURN,
                    REFUND_CARRIED_FORWARD,
                    POINTS_REVERSED_BY_CANCELLATION,
                    CANCELLATION_NOTED -> new Lines(Line.ISSUED, Line.REVERSED);
            case EARNING_CORRECTED -> new Lines(Line.CORRECTED_UP, Line.CORRECTED_DOWN);
            case POINTS_MATURED, POINTS_EXPIRED -> new Lines(Line.RETURNED, Line.EXPIRED);
            case DEBT_REPAID -> new Lines(Line.RETURNED, Line.DEBT_REPAID);
            case POINTS_HELD, POINTS_SPENT, HOLD_RELEASED, POINTS_RETURNED -> new Lines(Line.RETURNED, Line.REDEEMED);
            case POINTS_SENT, POINTS_RECEIVED, TRANSFER_DECLINED, TRANSFER_TAKEN_BACK ->
                new Lines(Line.TRANSFERRED_IN, Line.TRANSFERRED_OUT);
            case POINTS_ADJUSTED -> new Lines(Line.ADJUSTED_UP, Line.ADJUSTED_DOWN);
            case GOODWILL_GRANTED -> new Lines(Line.GOODWILL, Line.ADJUSTED_DOWN);
            case BONUS_GRANTED -> new Lines(Line.BONUS, Line.ADJUSTED_DOWN);
        };
    }
}
