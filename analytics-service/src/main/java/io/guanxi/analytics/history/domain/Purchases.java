package io.guanxi.analytics.history.domain;

import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The days on which a customer bought, as known at some moment. Orders of one day are one purchase, as the literature of
 * customer value counts them.
 *
 * @param days ascending, each with at least one order that counts
 */
public record Purchases(List<Day> days) {

    public static final Purchases NONE = new Purchases(List.of());

    /**
     * What was ordered on one day.
     *
     * @param orders that count, at least one
     * @param units sold and not returned
     */
    public record Day(LocalDate day, long orders, long units, long returnedUnits, SumsByCurrency sums) {}

    public Purchases {
        days = List.copyOf(days);
    }

    static Purchases of(List<Flow> flows) {
        Map<LocalDate, Flow> byDay = new TreeMap<>();
        flows.forEach(flow -> byDay.merge(flow.ordered(), flow, Flow::plus));
        List<Day> days = new ArrayList<>(byDay.size());
        byDay.forEach((day, sum) -> {
            if (sum.orders() > 0) {
                days.add(new Day(day, sum.orders(), sum.units(), sum.returnedUnits(), sum.sums()));
            }
        });
        return new Purchases(days);
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** @throws java.util.NoSuchElementException if nothing was bought */
    public LocalDate first() {
        return days.getFirst().day();
    }

    /** @throws java.util.NoSuchElementException if nothing was bought */
    public LocalDate last() {
        return days.getLast().day();
    }

    public long orders() {
        return days.stream().mapToLong(Day::orders).sum();
    }

    /** Of all days, by currency. */
    public SumsByCurrency sums() {
        return sumsOf(days);
    }

    /**
     * Of the days after one, by currency.
     *
     * @param day not included
     */
    public SumsByCurrency sumsAfter(LocalDate day) {
        return sumsOf(days.stream().filter(one -> one.day().isAfter(day)).toList());
    }

    private static SumsByCurrency sumsOf(List<Day> days) {
        SumsByCurrency sums = SumsByCurrency.NOTHING;
        for (Day day : days) {
            sums = sums.plus(day.sums());
        }
        return sums;
    }
}
