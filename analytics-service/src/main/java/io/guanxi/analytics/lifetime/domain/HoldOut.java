package io.guanxi.analytics.lifetime.domain;

import io.guanxi.analytics.history.domain.Purchases;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What customers did after the end of the calibration, to hold a model against it. It is counted without a model and consists
 * of whole numbers, so it does not matter who was counted first, or where. Not for several threads.
 */
public final class HoldOut {

    private static final int DAYS_IN_A_WEEK = 7;

    private final LocalDate calibrationEnd;
    private final LocalDate end;
    private final CellCounts cells = new CellCounts();
    private final SortedMap<LocalDate, Long> begun = new TreeMap<>();
    private final SortedMap<LocalDate, Long> repeated = new TreeMap<>();

    /**
     * @param calibrationEnd the last day that the model knows of
     * @param end the last day of the hold-out
     */
    public HoldOut(LocalDate calibrationEnd, LocalDate end) {
        if (!end.isAfter(calibrationEnd)) {
            throw new IllegalArgumentException(
                    "a hold-out until %s, expected a day after %s".formatted(end, calibrationEnd));
        }
        this.calibrationEnd = calibrationEnd;
        this.end = end;
    }

    /** A customer with all their purchases; one who first bought after the calibration is left out. */
    public HoldOut add(Purchases purchases) {
        Observation.of(purchases, calibrationEnd).ifPresent(seen -> {
            int actual = 0;
            for (Purchases.Day day : purchases.days()) {
                if (!day.day().isAfter(end)) {
                    actual += day.day().isAfter(calibrationEnd) ? 1 : 0;
                    (day.day().equals(purchases.first()) ? begun : repeated).merge(day.day(), 1L, Long::sum);
                }
            }
            cells.add(seen, actual);
        });
        return this;
    }

    /** Takes in the customers of another one, none of whom is in this one. */
    public HoldOut addAll(HoldOut other) {
        if (!calibrationEnd.equals(other.calibrationEnd) || !end.equals(other.end)) {
            throw new IllegalArgumentException("a hold-out of %s to %s, expected %s to %s"
                    .formatted(other.calibrationEnd, other.end, calibrationEnd, end));
        }
        cells.add(other.cells);
        other.begun.forEach((day, customers) -> begun.merge(day, customers, Long::sum));
        other.repeated.forEach((day, purchases) -> repeated.merge(day, purchases, Long::sum));
        return this;
    }

    /** How well a model foretold it. */
    public HoldOutReport against(OrderModel model) {
        double weeks = (double) ChronoUnit.DAYS.between(calibrationEnd, end) / DAYS_IN_A_WEEK;
        HoldOutReport.Sums sums = new HoldOutReport.Sums();
        for (int cell = 0; cell < cells.cells(); cell++) {
            Observation seen = cells.seen(cell);
            sums.add(seen.x(), cells.count(cell), cells.actual(cell), model.expectedOrders(weeks, seen));
        }
        return sums.report(byWeek(model));
    }

    /** Repeat purchases of all customers since the first of them, at the end of each week. */
    private List<HoldOutReport.Week> byWeek(OrderModel model) {
        List<HoldOutReport.Week> byWeek = new ArrayList<>();
        if (begun.isEmpty()) {
            return byWeek;
        }
        double[] ofNewcomer = ofNewcomer(model);
        for (LocalDate day = begun.firstKey().plusDays(DAYS_IN_A_WEEK - 1);
                !day.isAfter(end);
                day = day.plusDays(DAYS_IN_A_WEEK)) {
            double expected = 0;
            for (var first : begun.headMap(day.plusDays(1)).entrySet()) {
                expected +=
                        first.getValue() * ofNewcomer[Math.toIntExact(ChronoUnit.DAYS.between(first.getKey(), day))];
            }
            long actual = repeated.headMap(day.plusDays(1)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            byWeek.add(new HoldOutReport.Week(day, actual, expected));
        }
        return byWeek;
    }

    /** By days since the first purchase. */
    private double[] ofNewcomer(OrderModel model) {
        double[] expected = new double[Math.toIntExact(ChronoUnit.DAYS.between(begun.firstKey(), end)) + 1];
        for (int day = 0; day < expected.length; day++) {
            expected[day] = model.expectedOfNewcomer((double) day / DAYS_IN_A_WEEK);
        }
        return expected;
    }
}
