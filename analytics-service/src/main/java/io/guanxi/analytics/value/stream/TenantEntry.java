package io.guanxi.analytics.value.stream;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.FactsChange;
import io.guanxi.analytics.value.domain.Totals;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the store holds it.
 *
 * @param changes of customers' facts since the population was measured
 * @param measured what came of the last measuring; null before the first
 */
record TenantEntry(Totals totals, long changes, @Nullable Boundaries measured) {

    static final TenantEntry UNKNOWN = new TenantEntry(Totals.NOTHING, 0, null);

    TenantEntry plus(FactsChange change) {
        return new TenantEntry(totals.plus(change), changes + 1, measured);
    }

    TenantEntry measured(@Nullable Boundaries boundaries) {
        return new TenantEntry(totals, 0, boundaries == null ? measured : boundaries);
    }
}
