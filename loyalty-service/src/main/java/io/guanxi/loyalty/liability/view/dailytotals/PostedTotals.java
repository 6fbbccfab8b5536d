package io.guanxi.loyalty.liability.view.dailytotals;

import io.guanxi.loyalty.liability.domain.Totals;
import java.time.Instant;

/**
 * What was posted in a purse on a day, or in a month.
 *
 * @param span {@link #DAY} or {@link #MONTH}
 * @param period such as {@code 2026-11-22} or {@code 2026-11}
 * @param zone in which days are counted, by its IANA name
 * @param entries ledger entries that moved points
 * @param catchingUp how many entries came to be known for the day before when this day had begun already
 * @param recorded when the latest of the entries was recorded
 */
public record PostedTotals(
        String tenant,
        String purse,
        String span,
        String period,
        String zone,
        Totals totals,
        long entries,
        long catchingUp,
        Instant recorded) {

    static final String DAY = "day";
    static final String MONTH = "month";

    static PostedTotals begun(String tenant, String purse, String span, String period, String zone) {
        return new PostedTotals(tenant, purse, span, period, zone, Totals.NONE, 0, 0, Instant.EPOCH);
    }

    PostedTotals with(Totals more, String zoneNow, Instant at) {
        return new PostedTotals(
                tenant,
                purse,
                span,
                period,
                zoneNow,
                totals.plus(more),
                entries + 1,
                catchingUp,
                at.isAfter(recorded) ? at : recorded);
    }

    PostedTotals withOneMoreBefore() {
        return new PostedTotals(tenant, purse, span, period, zone, totals, entries, catchingUp + 1, recorded);
    }
}
