package io.guanxi.analytics.picture.domain;

import io.guanxi.analytics.lifetime.domain.Observation;
import io.guanxi.analytics.lifetime.domain.SpendSample;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A customer's purchases up to a day, as far as anything is computed from them.
 *
 * @param days with an order
 * @param recentDays of them, those in the {@value #RECENT_DAYS} days up to the day
 * @param window sums of the current value's window
 * @param repeats what the days after the first one brought
 */
record Bought(
        LocalDate asOf,
        LocalDate first,
        LocalDate last,
        int days,
        int recentDays,
        long orders,
        long units,
        long returnedUnits,
        SumsByCurrency total,
        SumsByCurrency window,
        SpendSample repeats) {

    static final int RECENT_DAYS = 90;

    long sinceLast() {
        return ChronoUnit.DAYS.between(last, asOf);
    }

    long sinceFirst() {
        return ChronoUnit.DAYS.between(first, asOf);
    }

    /** Days between two purchases; needs two of them. */
    double meanInterval() {
        return (double) ChronoUnit.DAYS.between(first, last) / (days - 1);
    }

    double returnedShare() {
        return returnedUnits <= 0 ? 0 : (double) returnedUnits / (Math.max(0, units) + returnedUnits);
    }

    Observation observation() {
        return new Observation(
                days - 1, Math.toIntExact(ChronoUnit.DAYS.between(first, last)), Math.toIntExact(sinceFirst()));
    }
}
