package io.guanxi.loyalty.account.messaging;

import io.guanxi.contracts.EventTypes;
import io.guanxi.loyalty.account.domain.TimeEntry;
import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.account.messaging.LoyaltyPublication.Telling;
import io.guanxi.loyalty.account.messaging.Published.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others learn of what time does to points. */
record TellingOfTime(String customerId) {

    Telling of(TimeEntry entry) {
        Line line = Line.of(customerId, entry, entry.points(), null);
        return switch (entry) {
            case TimeEntry.PointsMatured e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_POINTS_MATURED, new Published.PointsMatured(line, onlyLot(e.moves())));
            case TimeEntry.PointsExpired e ->
                new Telling(
                        EventTypes.CRM_LOYALTY_POINTS_EXPIRED, new Published.PointsExpired(line, onlyLot(e.moves())));
            case TimeEntry.DebtRepaid e ->
                new Telling(EventTypes.CRM_LOYALTY_DEBT_REPAID, new Published.DebtRepaid(line, e.debtLeft()));
        };
    }

    private static @Nullable String onlyLot(List<Move> moves) {
        List<String> lots = moves.stream().map(Move::lot).distinct().toList();
        return lots.size() == 1 ? lots.getFirst() : null;
    }
}
