package io.guanxi.loyalty.rehearsal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The time that is rehearsed.
 *
 * @param from the first moment
 * @param until the first moment after it
 */
public record Period(Instant from, Instant until) {

    /** Three years: each month is a line of the report. */
    public static final int MOST_MONTHS = 36;

    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("until: " + until + " (expected: after " + from + ")");
        }
    }

    /** The first moment after each month in it, and its own end last. */
    public List<Instant> monthEnds(ZoneId zone) {
        var ends = new ArrayList<Instant>();
        LocalDate month = from.atZone(zone).toLocalDate().withDayOfMonth(1).plusMonths(1);
        while (month.atStartOfDay(zone).toInstant().isBefore(until)) {
            ends.add(month.atStartOfDay(zone).toInstant());
            month = month.plusMonths(1);
        }
        ends.add(until);
        return ends;
    }

    /** What is due at the first moment after the period belongs to the next one. */
    Instant last() {
        return until.minusNanos(1);
    }
}
