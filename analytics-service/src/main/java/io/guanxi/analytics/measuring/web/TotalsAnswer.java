package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.measuring.stream.TenantValue;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.Totals;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's totals.
 *
 * @param orders that are not cancelled
 * @param customers with at least one of them
 * @param units sold and not returned
 * @param revenue before refunds, decimals by currency
 * @param upTo the day of the latest event, or a moment of it; or the day that was asked for; absent if there was none
 */
record TotalsAnswer(
        long orders,
        long customers,
        long units,
        long returnedUnits,
        Map<String, String> revenue,
        Map<String, String> refunded,
        Map<String, String> netRevenue,
        @Nullable Instant upTo) {

    static TotalsAnswer of(@Nullable TenantValue known) {
        Totals totals = known == null ? Totals.NOTHING : known.totals();
        return new TotalsAnswer(
                totals.orders(),
                totals.customers(),
                totals.units(),
                totals.returnedUnits(),
                AmountsByCurrency.of(totals.sums(), Sums::revenue),
                AmountsByCurrency.of(totals.sums(), Sums::refunded),
                AmountsByCurrency.of(totals.sums(), Sums::net),
                totals.upTo().equals(Instant.MIN) ? null : totals.upTo());
    }
}
