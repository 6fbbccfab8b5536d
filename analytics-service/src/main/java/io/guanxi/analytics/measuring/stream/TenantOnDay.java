package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.picture.domain.Grade;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import io.guanxi.analytics.value.domain.Totals;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;

/**
 * A tenant as it was at the end of a day, added up from the histories of all its customers. What the streams keep for the
 * present is the same sum, made as orders come.
 */
public final class TenantOnDay {

    private final LocalDate day;
    private final InForceHistory versions;
    private final TreeMap<String, GradeTotals> grades = new TreeMap<>();
    private long orders;
    private long customers;
    private long units;
    private long returnedUnits;
    private SumsByCurrency sums = SumsByCurrency.NOTHING;

    private TenantOnDay(LocalDate day, InForceHistory versions) {
        this.day = day;
        this.versions = versions;
    }

    /**
     * Goes through everybody, and throws what the population throws.
     *
     * @param versions by which the tenant's customers are judged
     */
    public static TenantValue of(Population population, String tenant, LocalDate day, InForceHistory versions) {
        TenantOnDay sum = new TenantOnDay(day, versions);
        population.scan(tenant, sum::add);
        return new TenantValue(
                new Totals(
                        sum.orders,
                        sum.customers,
                        sum.units,
                        sum.returnedUnits,
                        sum.sums,
                        day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                sum.grades);
    }

    private void add(Member member) {
        Purchases then = member.history().purchases().asOf(day);
        if (then.isEmpty()) {
            return;
        }
        SumsByCurrency bought = then.sums();
        orders += then.orders();
        customers++;
        units += then.days().stream().mapToLong(Purchases.Day::units).sum();
        returnedUnits +=
                then.days().stream().mapToLong(Purchases.Day::returnedUnits).sum();
        sums = sums.plus(bought);
        Grade grade = member.standing()
                .advanced(member.history(), day, versions)
                .asOf(day)
                .grade();
        if (grade != null) {
            grades.merge(grade.code(), GradeTotals.NOTHING.plus(bought), GradeTotals::plus);
        }
    }
}
