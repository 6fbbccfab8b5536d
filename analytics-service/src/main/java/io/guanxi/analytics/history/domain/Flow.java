package io.guanxi.analytics.history.domain;

import io.guanxi.analytics.value.domain.SumsByCurrency;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * By how much the events of one day changed what was bought on another. All counts may be negative: a cancellation takes back
 * what the placing brought.
 *
 * @param effective the day (UTC) on which the events happened
 * @param ordered the day (UTC) on which the orders were placed
 * @param orders that count
 * @param units sold and not returned
 */
public record Flow(
        LocalDate effective, LocalDate ordered, long orders, long units, long returnedUnits, SumsByCurrency sums)
        implements Comparable<Flow> {

    private static final Comparator<Flow> BY_DAYS =
            Comparator.comparing(Flow::effective).thenComparing(Flow::ordered);

    /** By their days alone: two flows of the same days belong together. */
    @Override
    public int compareTo(Flow other) {
        return BY_DAYS.compare(this, other);
    }

    /** @param other of the same two days */
    Flow plus(Flow other) {
        return new Flow(
                effective,
                ordered,
                orders + other.orders,
                units + other.units,
                returnedUnits + other.returnedUnits,
                sums.plus(other.sums));
    }

    Flow negated() {
        return new Flow(effective, ordered, -orders, -units, -returnedUnits, SumsByCurrency.NOTHING.minus(sums));
    }

    /** Whether it changes nothing, so that it need not be kept. */
    boolean isNothing() {
        return orders == 0 && units == 0 && returnedUnits == 0 && sums.sums().isEmpty();
    }
}
