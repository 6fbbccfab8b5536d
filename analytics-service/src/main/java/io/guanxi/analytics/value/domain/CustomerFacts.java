package io.guanxi.analytics.value.domain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has bought so far: the sum of the shares of all orders.
 *
 * @param orders that count: any event of them is known and they are not cancelled
 * @param units sold and not returned
 * @param firstOrderAt null if no order counts
 * @param lastOrderAt null if no order counts
 * @param updatedAt when the latest event of the customer happened, also one that changed nothing else
 */
public record CustomerFacts(
        long orders,
        long units,
        long returnedUnits,
        SumsByCurrency sums,
        @Nullable Instant firstOrderAt,
        @Nullable Instant lastOrderAt,
        Instant updatedAt) {

    /** Of a customer of whom nothing is known yet. */
    public static final CustomerFacts NOTHING =
            new CustomerFacts(0, 0, 0, SumsByCurrency.NOTHING, null, null, Instant.MIN);

    /** Whether the customer is one of those that are counted and compared. */
    public boolean counts() {
        return orders > 0;
    }

    /**
     * These facts with one order's share replaced, in time that does not depend on how many orders there are.
     *
     * @param before what the order added until now
     * @param after what it adds from now on
     * @param times of all orders, this one as it is after
     * @param happened when the event happened that brought it about
     */
    public CustomerFacts replacing(OrderShare before, OrderShare after, PlacingTimes times, Instant happened) {
        Instant updated = happened.isAfter(updatedAt) ? happened : updatedAt;
        if (before.equals(after)) {
            return updated.equals(updatedAt) ? this : withUpdatedAt(updated);
        }
        return new CustomerFacts(
                orders - before.orders() + after.orders(),
                units - before.units() + after.units(),
                returnedUnits - before.returnedUnits() + after.returnedUnits(),
                sums.minus(before.sums()).plus(after.sums()),
                first(before.orderedAt(), after.orderedAt(), times),
                last(before.orderedAt(), after.orderedAt(), times),
                updated);
    }

    private @Nullable Instant first(@Nullable Instant before, @Nullable Instant after, PlacingTimes times) {
        if (Objects.equals(before, after)) {
            return firstOrderAt;
        }
        if (before != null && before.equals(firstOrderAt)) {
            return times.first();
        }
        return after != null && (firstOrderAt == null || after.isBefore(firstOrderAt)) ? after : firstOrderAt;
    }

    private @Nullable Instant last(@Nullable Instant before, @Nullable Instant after, PlacingTimes times) {
        if (Objects.equals(before, after)) {
            return lastOrderAt;
        }
        if (before != null && before.equals(lastOrderAt)) {
            return times.last();
        }
        return after != null && (lastOrderAt == null || after.isAfter(lastOrderAt)) ? after : lastOrderAt;
    }

    /** Whether anything differs but the time of the latest event. */
    public boolean differsFrom(CustomerFacts other) {
        return !withUpdatedAt(other.updatedAt).equals(other);
    }

    private CustomerFacts withUpdatedAt(Instant updated) {
        return new CustomerFacts(orders, units, returnedUnits, sums, firstOrderAt, lastOrderAt, updated);
    }
}
