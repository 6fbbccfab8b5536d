package io.guanxi.analytics.report;

import io.guanxi.analytics.cohort.domain.CohortParameters;
import io.guanxi.analytics.cohort.domain.Cohorts;
import io.guanxi.analytics.cohort.domain.Concentration;
import io.guanxi.analytics.cohort.domain.RevenueShares;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.picture.domain.Grade;
import io.guanxi.analytics.picture.domain.InForceHistory;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.report.domain.CohortReport;
import io.guanxi.analytics.report.domain.GradeMigration;
import io.guanxi.analytics.report.domain.RevenueReport;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Goes through all customers of a tenant for one answer. Every method throws what the population throws while it cannot be
 * gone through.
 */
public final class Reports {

    private final Population population;
    private final Function<String, InForceHistory> versions;
    private final BiFunction<String, LocalDate, Optional<Conversion>> comparisons;

    /**
     * @param versions of each tenant
     * @param comparisons how amounts of a tenant are compared on a day; empty if nothing says in which currency
     */
    public Reports(
            Population population,
            Function<String, InForceHistory> versions,
            BiFunction<String, LocalDate, Optional<Conversion>> comparisons) {
        this.population = population;
        this.versions = versions;
        this.comparisons = comparisons;
    }

    /** How amounts of a tenant are compared on a day; empty if nothing says in which currency. */
    public Optional<Conversion> comparison(String tenant, LocalDate asOf) {
        return comparisons.apply(tenant, asOf);
    }

    public CohortReport cohorts(String tenant, CohortParameters parameters, Conversion conversion, LocalDate asOf) {
        Cohorts cohorts = new Cohorts(parameters, conversion, asOf);
        population.scan(
                tenant, member -> cohorts.add(member.history().purchases().asOf(asOf)));
        return CohortReport.of(cohorts.table(), conversion.currency());
    }

    /** @param to not before {@code from} */
    public GradeMigration.Report migration(String tenant, LocalDate from, LocalDate to) {
        InForceHistory inForce = versions.apply(tenant);
        GradeMigration migration = new GradeMigration(from, to);
        population.scan(tenant, member -> {
            Standing then = member.standing().advanced(member.history(), to, inForce);
            migration.add(then.asOf(from).grade(), then.asOf(to).grade());
        });
        return migration.report();
    }

    public RevenueReport revenue(String tenant, Conversion conversion, LocalDate asOf) {
        InForceHistory inForce = versions.apply(tenant);
        Concentration concentration = new Concentration();
        RevenueShares<String> grades = new RevenueShares<>();
        population.scan(tenant, member -> {
            Purchases purchases = member.history().purchases().asOf(asOf);
            if (!purchases.isEmpty()) {
                var net = conversion.net(purchases.sums());
                concentration.add(net);
                Grade grade = standing(member, asOf, inForce).grade();
                grades.add(grade == null ? GradeMigration.NONE : grade.code(), net);
            }
        });
        return RevenueReport.of(asOf, conversion.currency(), concentration.curve(), grades);
    }

    private static Standing standing(Member member, LocalDate day, InForceHistory inForce) {
        return member.standing().advanced(member.history(), day, inForce).asOf(day);
    }
}
