package io.guanxi.analytics.churn.domain;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.history.domain.Purchases;
import io.guanxi.analytics.table.domain.CustomerRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How customers behaved up to the end of each month, and whether they then stayed away for the horizon.
 *
 * <p>Nothing is looked at too early: behaviour is what was known at the end of the month, the outcome what was known at the
 * end of the horizon. A row, once its horizon is over, never changes, however much later one asks.
 */
public final class Snapshots {

    private static final RiskFeature[] FEATURES = RiskFeature.values();

    /** Before the features: the last day of the month, and whether the customer stayed away. */
    static final int DAY = 0;

    static final int LAPSED = 1;
    static final int BEFORE_FEATURES = 2;

    private final RiskParameters parameters;
    private final Conversion conversion;
    private final LocalDate asOf;
    private final CustomerRows rows;

    /** @param asOf outcomes that are known at the end of this day are used */
    public Snapshots(RiskParameters parameters, Conversion conversion, LocalDate asOf) {
        this.parameters = parameters;
        this.conversion = conversion;
        this.asOf = asOf;
        this.rows = new CustomerRows(BEFORE_FEATURES + FEATURES.length, parameters.atMostRows());
    }

    public void add(String customer, PurchaseHistory history) {
        if (!history.isEmpty() && rows.takes(customer)) {
            for (LocalDate day : days()) {
                row(history, day).ifPresent(row -> rows.add(customer, row));
            }
        }
    }

    /** Takes in the snapshots of other customers, of the same parameters and day. */
    public void addAll(Snapshots other) {
        if (!parameters.equals(other.parameters) || !conversion.equals(other.conversion) || !asOf.equals(other.asOf)) {
            throw new IllegalArgumentException("snapshots of other parameters or another day");
        }
        rows.addAll(other.rows);
    }

    /** The month-ends whose horizon is over, ascending. */
    List<LocalDate> days() {
        YearMonth last = YearMonth.from(asOf.minusDays(parameters.horizonDays()).plusDays(1))
                .minusMonths(1);
        List<LocalDate> days = new ArrayList<>(parameters.months());
        for (int back = parameters.months() - 1; back >= 0; back--) {
            days.add(last.minusMonths(back).atEndOfMonth());
        }
        return days;
    }

    private Optional<double[]> row(PurchaseHistory history, LocalDate day) {
        return Behaviour.of(history.asOf(day), conversion, day).map(behaviour -> {
            double[] row = new double[BEFORE_FEATURES + FEATURES.length];
            row[DAY] = day.toEpochDay();
            row[LAPSED] = lapsed(history, day, parameters.horizonDays()) ? 1 : 0;
            for (RiskFeature feature : FEATURES) {
                row[BEFORE_FEATURES + feature.ordinal()] = feature.entered(behaviour);
            }
            return row;
        });
    }

    /** Whether nothing was bought in the days after one, as it was known when they were over. */
    static boolean lapsed(PurchaseHistory history, LocalDate day, int horizonDays) {
        LocalDate end = day.plusDays(horizonDays);
        Purchases known = history.asOf(end);
        return known.days().stream().map(Purchases.Day::day).noneMatch(one -> one.isAfter(day) && !one.isAfter(end));
    }

    RiskParameters parameters() {
        return parameters;
    }

    Conversion conversion() {
        return conversion;
    }

    LocalDate asOf() {
        return asOf;
    }

    CustomerRows rows() {
        return rows;
    }
}
