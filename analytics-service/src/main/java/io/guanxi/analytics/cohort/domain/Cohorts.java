package io.guanxi.analytics.cohort.domain;

import io.guanxi.analytics.cohort.domain.CohortTable.Cohort;
import io.guanxi.analytics.cohort.domain.CohortTable.Period;
import io.guanxi.analytics.cohort.domain.CohortTable.Repurchase;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.value.domain.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds customers up to cohorts, as of one day. Sums of partitions are added up in any order. */
public final class Cohorts {

    private final CohortParameters parameters;
    private final Conversion conversion;
    private final LocalDate asOf;
    private final LocalDate from;
    private final Map<LocalDate, Counts> cohorts = new TreeMap<>();
    private long earlier;

    public Cohorts(CohortParameters parameters, Conversion conversion, LocalDate asOf) {
        this.parameters = parameters;
        this.conversion = conversion;
        this.asOf = asOf;
        this.from = parameters.span().startOf(parameters.from());
    }

    /** @param purchases of one customer, as they were known at the end of the day; later ones are passed over */
    public void add(Purchases purchases) {
        List<Purchases.Day> days = purchases.days().stream()
                .filter(day -> !day.day().isAfter(asOf))
                .toList();
        if (days.isEmpty()) {
            return;
        }
        LocalDate first = days.getFirst().day();
        if (first.isBefore(from)) {
            earlier++;
            return;
        }
        LocalDate start = parameters.span().startOf(first);
        Counts counts = cohorts.computeIfAbsent(start, any -> new Counts(begun(start)));
        counts.add(days, start);
        counts.repurchase = counts.repurchase.plus(repurchase(days));
    }

    private Repurchase repurchase(List<Purchases.Day> days) {
        LocalDate until = days.getFirst().day().plusDays(parameters.repurchaseDays());
        boolean observed = !until.isAfter(asOf);
        boolean again = days.size() > 1;
        boolean within = observed && again && !days.get(1).day().isAfter(until);
        return new Repurchase(observed ? 1 : 0, within ? 1 : 0, again ? 1 : 0, 1);
    }

    /** Takes in other customers of the same parameters and day. */
    public void addAll(Cohorts other) {
        if (!parameters.equals(other.parameters) || !conversion.equals(other.conversion) || !asOf.equals(other.asOf)) {
            throw new IllegalArgumentException("cohorts of other parameters or another day");
        }
        earlier += other.earlier;
        other.cohorts.forEach((start, counts) ->
                cohorts.computeIfAbsent(start, any -> new Counts(begun(start))).addAll(counts));
    }

    public CohortTable table() {
        List<Cohort> all = new ArrayList<>();
        cohorts.forEach((start, counts) -> all.add(counts.cohort(start)));
        return new CohortTable(parameters, asOf, all, overall(all), earlier);
    }

    private Cohort overall(List<Cohort> all) {
        List<Period> periods = new ArrayList<>();
        for (int later = 0; later <= parameters.periods(); later++) {
            Period sum = new Period(later, true, 0, 0, Amounts.ZERO);
            for (Cohort cohort : all) {
                if (later < cohort.periods().size()
                        && cohort.periods().get(later).over()) {
                    sum = sum(sum, cohort.periods().get(later));
                }
            }
            if (sum.customers() == 0) {
                break;
            }
            periods.add(sum);
        }
        return new Cohort(
                all.isEmpty() ? from : all.getFirst().start(),
                all.stream().mapToLong(Cohort::customers).sum(),
                periods,
                all.stream().map(Cohort::repurchase).reduce(Repurchase.NONE, Repurchase::plus));
    }

    private static Period sum(Period one, Period other) {
        return new Period(
                one.later(),
                true,
                one.customers() + other.customers(),
                one.active() + other.active(),
                one.revenue().add(other.revenue()));
    }

    /** How many periods of a cohort have begun, its own among them. */
    private int begun(LocalDate start) {
        return 1 + Math.min(parameters.periods(), parameters.span().between(start, asOf));
    }

    private final class Counts {

        private final long[] active;
        private final BigDecimal[] revenue;
        private Repurchase repurchase = Repurchase.NONE;

        Counts(int periods) {
            active = new long[periods];
            revenue = new BigDecimal[periods];
            Arrays.fill(revenue, Amounts.ZERO);
        }

        void add(List<Purchases.Day> days, LocalDate start) {
            int counted = -1;
            for (Purchases.Day day : days) {
                int later = parameters.span().between(start, day.day());
                if (later < active.length) {
                    active[later] += later == counted ? 0 : 1;
                    revenue[later] = revenue[later].add(conversion.net(day.sums()));
                    counted = later;
                }
            }
        }

        void addAll(Counts other) {
            for (int later = 0; later < active.length; later++) {
                active[later] += other.active[later];
                revenue[later] = revenue[later].add(other.revenue[later]);
            }
            repurchase = repurchase.plus(other.repurchase);
        }

        Cohort cohort(LocalDate start) {
            List<Period> periods = new ArrayList<>(active.length);
            for (int later = 0; later < active.length; later++) {
                boolean over = !parameters.span().lastDay(start, later).isAfter(asOf);
                periods.add(new Period(later, over, repurchase.customers(), active[later], revenue[later]));
            }
            return new Cohort(start, repurchase.customers(), periods, repurchase);
        }
    }
}
