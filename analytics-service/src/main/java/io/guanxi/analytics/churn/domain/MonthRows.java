package io.guanxi.analytics.churn.domain;

import io.guanxi.analytics.table.domain.Table;
import java.time.LocalDate;

/** The rows of some month-ends, taken out of all. */
@SuppressWarnings("ArrayRecordComponent") // Never compared or printed.
record MonthRows(double[][] features, double[] lapsed, double lapses) {

    /** @param from and to month-ends, both included */
    static MonthRows of(Table table, LocalDate from, LocalDate to) {
        int size = 0;
        for (int row = 0; row < table.rows(); row++) {
            size += within(table, row, from, to) ? 1 : 0;
        }
        double[][] features = new double[RiskFeature.values().length][size];
        double[] lapsed = new double[size];
        double lapses = 0;
        int at = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (within(table, row, from, to)) {
                for (int feature = 0; feature < features.length; feature++) {
                    features[feature][at] = table.at(row, Snapshots.BEFORE_FEATURES + feature);
                }
                lapsed[at] = table.at(row, Snapshots.LAPSED);
                lapses += lapsed[at++];
            }
        }
        return new MonthRows(features, lapsed, lapses);
    }

    private static boolean within(Table table, int row, LocalDate from, LocalDate to) {
        double day = table.at(row, Snapshots.DAY);
        return day >= from.toEpochDay() && day <= to.toEpochDay();
    }

    int size() {
        return lapsed.length;
    }

    double returns() {
        return lapsed.length - lapses;
    }
}
