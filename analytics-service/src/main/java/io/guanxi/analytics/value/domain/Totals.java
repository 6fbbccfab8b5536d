package io.guanxi.analytics.value.domain;

import java.time.Instant;

/**
 * The facts of all customers of a tenant, added up.
 *
 * @param customers with at least one order that counts
 * @param upTo the latest moment that is known of, to the day at least; {@link Instant#MIN} if none is
 */
public record Totals(long orders, long customers, long units, long returnedUnits, SumsByCurrency sums, Instant upTo) {

    public static final Totals NOTHING = new Totals(0, 0, 0, 0, SumsByCurrency.NOTHING, Instant.MIN);

    public Totals plus(FactsChange change) {
        CustomerFacts before = change.before();
        CustomerFacts after = change.after();
        Instant latest = change.upTo();
        return new Totals(
                orders - before.orders() + after.orders(),
                customers - (before.counts() ? 1 : 0) + (after.counts() ? 1 : 0),
                units - before.units() + after.units(),
                returnedUnits - before.returnedUnits() + after.returnedUnits(),
                sums.minus(before.sums()).plus(after.sums()),
                latest.isAfter(upTo) ? latest : upTo);
    }
}
