package io.guanxi.analytics.measuring.stream;

import io.guanxi.eventing.deadletter.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which dates are believed. One order of the distant future would move the day that recency is counted back from, for all
 * customers of the tenant and for good; one of 1970 is nearly always a missing date.
 */
final class SaneTimes {

    /** Before it nobody sold over the net. */
    static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** How far a sender's clock may be ahead of the broker's. */
    static final Duration AHEAD = Duration.ofDays(1);

    private static final String REASON = "implausible-time";

    private SaneTimes() {}

    /**
     * Why a moment is not believed; empty if it is.
     *
     * @param what that has this time, for the message
     * @param moment null if none was told
     * @param arrived when the broker took the record, or the time of the event if that is earlier
     */
    static Optional<Rejection> doubt(String what, @Nullable Instant moment, Instant arrived) {
        if (moment == null) {
            return Optional.empty();
        }
        if (moment.isBefore(EARLIEST)) {
            return Optional.of(Rejection.of(REASON, what + " lies before " + EARLIEST));
        }
        if (moment.isAfter(arrived.plus(AHEAD))) {
            return Optional.of(Rejection.of(
                    REASON, what + " lies more than " + AHEAD.toHours() + " hours ahead of the broker's clock"));
        }
        return Optional.empty();
    }
}
