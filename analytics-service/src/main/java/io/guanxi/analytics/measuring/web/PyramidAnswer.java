package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.measuring.stream.GradeTotals;
import io.guanxi.analytics.measuring.stream.TenantValue;
import io.guanxi.analytics.picture.domain.Grade;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import io.guanxi.analytics.value.domain.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's customers are spread over the grades.
 *
 * @param levels the highest first
 * @param ungraded customers whom no rule has judged
 */
record PyramidAnswer(List<Level> levels, Level ungraded) {

    /**
     * One grade.
     *
     * @param name code of the grade
     * @param share of all customers, 0 to 1
     * @param netRevenue of all that they ever bought, decimals by currency
     */
    record Level(String name, long customers, double share, Map<String, String> netRevenue) {}

    static PyramidAnswer of(@Nullable TenantValue known) {
        Totals totals = known == null ? Totals.NOTHING : known.totals();
        List<Level> levels = new ArrayList<>();
        long others = totals.customers();
        SumsByCurrency rest = totals.sums();
        for (Grade grade : Grade.values()) {
            GradeTotals counted = known == null ? null : known.grades().get(grade.code());
            long customers = counted == null ? 0 : counted.customers();
            SumsByCurrency sums = counted == null ? SumsByCurrency.NOTHING : counted.sums();
            others -= customers;
            rest = rest.minus(sums);
            levels.add(level(grade.code(), customers, totals, sums));
        }
        return new PyramidAnswer(levels, level("ungraded", others, totals, rest));
    }

    private static Level level(String name, long customers, Totals totals, SumsByCurrency sums) {
        double share = totals.customers() == 0 ? 0 : (double) customers / totals.customers();
        return new Level(name, customers, share, AmountsByCurrency.of(sums, Sums::net));
    }
}
