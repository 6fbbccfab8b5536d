package io.guanxi.customer.file.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer's standing orders by time, as of a moment: what the life-cycle rules look at. */
final class Purchases {

    private final long[] times;
    private final Instant knownSince;
    private final @Nullable Instant asOf;
    private final int firstSinceLoss;

    /** @param lostAfter a silence as long as this divides one run of orders from the next */
    Purchases(NotedOrders orders, Instant knownSince, @Nullable Instant asOf, Duration lostAfter) {
        this.times = orders.standingTimes();
        this.knownSince = knownSince;
        this.asOf = asOf;
        this.firstSinceLoss = firstOfLastRun(times, lostAfter.toMillis());
    }

    boolean none() {
        return times.length == 0;
    }

    Instant knownSince() {
        return knownSince;
    }

    /** Whether at the moment of the review there had been no order for {@code period}. Without a review, never. */
    boolean silentFor(Duration period) {
        return !none() && asOf != null && !asOf.isBefore(last().plus(period));
    }

    Instant last() {
        return Instant.ofEpochMilli(times[times.length - 1]);
    }

    boolean hasBeenLost() {
        return firstSinceLoss > 0;
    }

    /** How many orders there are since the customer was last lost, or since ever. */
    int inThisRun() {
        return times.length - firstSinceLoss;
    }

    Instant secondOfThisRun() {
        return Instant.ofEpochMilli(times[firstSinceLoss + 1]);
    }

    private static int firstOfLastRun(long[] times, long lostAfterMillis) {
        for (var index = times.length - 1; index > 0; index--) {
            if (times[index] - times[index - 1] >= lostAfterMillis) {
                return index;
            }
        }
        return 0;
    }
}
