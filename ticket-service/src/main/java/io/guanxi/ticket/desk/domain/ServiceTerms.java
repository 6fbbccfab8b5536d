package io.guanxi.ticket.desk.domain;

import io.guanxi.ticket.desk.domain.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the desk promises and by which calendar. A promise stays as it was made: new terms touch only what is promised,
 * resumed or reopened after them.
 *
 * @param calendar in force for what is promised now
 * @param earlier calendars by which running promises were made
 * @param level in force for tickets opened now
 */
public record ServiceTerms(BusinessCalendar calendar, List<BusinessCalendar> earlier, ServiceLevel level) {

    public ServiceTerms {
        earlier = List.copyOf(earlier);
        Set<String> versions = new HashSet<>(Set.of(calendar.version()));
        for (BusinessCalendar other : earlier) {
            if (!versions.add(other.version())) {
                throw new IllegalArgumentException(
                        "calendar version: " + other.version() + " twice (expected: one calendar of that version)");
            }
        }
    }

    /** The calendar of that version, if these terms still know it. */
    public Optional<BusinessCalendar> calendar(String version) {
        if (calendar.version().equals(version)) {
            return Optional.of(calendar);
        }
        return earlier.stream().filter(c -> c.version().equals(version)).findFirst();
    }

    Due due(Instant from, Duration within) {
        return new Due(calendar.addBusinessTime(from, within), calendar.version());
    }

    /** Business time that is left of a running promise; by the calendar in force if its own is no longer known. */
    Duration left(Promise promise, Instant at) {
        return calendar(promise.calendar()).orElse(calendar).businessTimeBetween(at, promise.dueAt());
    }
}
