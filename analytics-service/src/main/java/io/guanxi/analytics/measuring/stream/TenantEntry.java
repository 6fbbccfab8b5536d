package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.Totals;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as the store holds it.
 *
 * @param changes of customers' facts since the population was measured
 * @param measured what came of the last measuring; null before the first
 * @param grades by their codes, the customers who count
 */
record TenantEntry(Totals totals, long changes, @Nullable Boundaries measured, SortedMap<String, GradeTotals> grades) {

    static final TenantEntry UNKNOWN = new TenantEntry(Totals.NOTHING, 0, null, Collections.emptySortedMap());

    TenantEntry {
        grades = Collections.unmodifiableSortedMap(grades);
    }

    TenantEntry plus(CustomerChange change) {
        TreeMap<String, GradeTotals> moved = new TreeMap<>(grades);
        move(
                moved,
                change.before().grade(),
                sums -> sums.minus(change.facts().before().sums()));
        move(
                moved,
                change.after().grade(),
                sums -> sums.plus(change.facts().after().sums()));
        boolean measurable = !change.facts().before().equals(change.facts().after())
                || !Objects.equals(change.before().comparison(), change.after().comparison());
        return new TenantEntry(totals.plus(change.facts()), changes + (measurable ? 1 : 0), measured, moved);
    }

    private static void move(
            TreeMap<String, GradeTotals> grades, @Nullable String grade, UnaryOperator<GradeTotals> change) {
        if (grade != null) {
            GradeTotals changed = change.apply(grades.getOrDefault(grade, GradeTotals.NOTHING));
            if (changed.equals(GradeTotals.NOTHING)) {
                grades.remove(grade);
            } else {
                grades.put(grade, changed);
            }
        }
    }

    TenantEntry measured(@Nullable Boundaries boundaries) {
        return new TenantEntry(totals, 0, boundaries == null ? measured : boundaries, grades);
    }
}
