package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Totals;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What is known of a tenant, at present or at the end of a day.
 *
 * @param grades by their codes; customers without a grade are in none
 */
public record TenantValue(Totals totals, SortedMap<String, GradeTotals> grades) {

    public TenantValue {
        grades = Collections.unmodifiableSortedMap(grades);
    }
}
