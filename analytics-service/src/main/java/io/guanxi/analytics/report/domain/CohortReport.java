package io.guanxi.analytics.report.domain;

import io.guanxi.analytics.cohort.domain.CohortTable;
import io.guanxi.analytics.cohort.domain.CohortTable.Cohort;
import io.guanxi.analytics.cohort.domain.CohortTable.Period;
import io.guanxi.analytics.cohort.domain.CohortTable.Repurchase;
import io.guanxi.analytics.value.domain.Amounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What became of customers who came at the same time.
 *
 * @param asOf what happened after this day (UTC) plays no part
 * @param by {@code month} or {@code week}
 * @param currency of all amounts, which are decimals written as texts
 * @param cohorts by their start; one in which nobody came is left out
 * @param overall all of them together; a later period counts those cohorts for which it is over
 * @param earlier customers who came before the first cohort
 */
public record CohortReport(
        LocalDate asOf, String by, String currency, List<Group> cohorts, Group overall, long earlier) {

    public CohortReport {
        cohorts = List.copyOf(cohorts);
    }

    /**
     * All cohorts together.
     *
     * @param start the first day of the first one
     */
    public record Retention(
            LocalDate asOf,
            String by,
            String currency,
            LocalDate start,
            long customers,
            List<Later> periods,
            Again repurchase) {

        public Retention {
            periods = List.copyOf(periods);
        }
    }

    /** @param start the first day of the cohort */
    public record Group(LocalDate start, long customers, List<Later> periods, Again repurchase) {

        public Group {
            periods = List.copyOf(periods);
        }

        static Group of(Cohort cohort) {
            return new Group(
                    cohort.start(),
                    cohort.customers(),
                    cohort.periods().stream().map(Later::of).toList(),
                    Again.of(cohort.repurchase()));
        }
    }

    /**
     * A span of time after that of the first purchase.
     *
     * @param later how many spans after it; 0 for its own
     * @param over whether all its days are
     * @param retention the share that bought, 0 to 1
     * @param revenue net, of the orders of these days
     */
    public record Later(int later, boolean over, long customers, long active, double retention, String revenue) {

        static Later of(Period period) {
            return new Later(
                    period.later(),
                    period.over(),
                    period.customers(),
                    period.active(),
                    period.retention(),
                    Amounts.shown(period.revenue()).toPlainString());
        }
    }

    /**
     * A second purchase on another day.
     *
     * @param observed customers whose days for it are over
     * @param within of them, those who bought again in these days
     * @param withinRate share of the observed
     * @param ever who bought again so far, of all
     * @param everRate share of all
     */
    public record Again(long observed, long within, double withinRate, long ever, double everRate) {

        static Again of(Repurchase repurchase) {
            return new Again(
                    repurchase.observed(),
                    repurchase.within(),
                    repurchase.withinRate(),
                    repurchase.ever(),
                    repurchase.everRate());
        }
    }

    /** What holds of all cohorts together, with the currency that its amounts are in. */
    public Retention retention() {
        return new Retention(
                asOf, by, currency, overall.start(), overall.customers(), overall.periods(), overall.repurchase());
    }

    public static CohortReport of(CohortTable table, String currency) {
        return new CohortReport(
                table.asOf(),
                table.parameters().span().name().toLowerCase(Locale.ROOT),
                currency,
                table.cohorts().stream().map(Group::of).toList(),
                Group.of(table.overall()),
                table.earlier());
    }
}
