package io.guanxi.analytics.cohort.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What became of customers who came at the same time.
 *
 * @param cohorts by their start; one in which nobody came is left out
 * @param overall all cohorts together; a later period counts those cohorts for which it is over
 * @param earlier customers who came before the first cohort
 */
public record CohortTable(
        CohortParameters parameters, LocalDate asOf, List<Cohort> cohorts, Cohort overall, long earlier) {

    public CohortTable {
        cohorts = List.copyOf(cohorts);
    }

    /**
     * @param start its first day; of all together that of the first one
     * @param customers who bought in it for the first time
     * @param periods that have begun; the first is the cohort's own
     */
    public record Cohort(LocalDate start, long customers, List<Period> periods, Repurchase repurchase) {

        public Cohort {
            periods = List.copyOf(periods);
        }
    }

    /**
     * @param later how many spans after the one of the first purchase
     * @param over whether all its days are, so that nothing more comes but what is late
     * @param customers of whom there is something to say; of one cohort, all
     * @param active of them, those who bought in it
     * @param revenue net, of the orders of these days, in the currency of comparison
     */
    public record Period(int later, boolean over, long customers, long active, BigDecimal revenue) {

        /** The share that bought. */
        public double retention() {
            return customers == 0 ? 0 : (double) active / customers;
        }
    }

    /**
     * A second purchase on another day.
     *
     * @param observed customers whose days for it are over
     * @param within of them, those who bought again in these days
     * @param ever those of all customers who have bought again so far
     * @param customers all
     */
    public record Repurchase(long observed, long within, long ever, long customers) {

        static final Repurchase NONE = new Repurchase(0, 0, 0, 0);

        /** The share that bought again in the days asked for; nothing is known of customers who came lately. */
        public double withinRate() {
            return observed == 0 ? 0 : (double) within / observed;
        }

        public double everRate() {
            return customers == 0 ? 0 : (double) ever / customers;
        }

        Repurchase plus(Repurchase other) {
            return new Repurchase(
                    observed + other.observed, within + other.within, ever + other.ever, customers + other.customers);
        }
    }
}
