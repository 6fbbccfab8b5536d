package io.guanxi.analytics.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that can be asked about. Far ahead of the latest event nothing more is to be known, and customers would be reviewed
 * week by week until then.
 */
public final class PossibleDays {

    /** Said of a day that is none of them. */
    public static final String EXPECTED = "must be a date from 1990-01-01 to a year after the latest event";

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_OF_ALL = LocalDate.of(2199, 12, 31);

    private PossibleDays() {}

    /** @param latest day of an event; empty if nothing was measured yet */
    public static boolean has(LocalDate day, Optional<LocalDate> latest) {
        LocalDate last = latest.map(event -> event.plusYears(1)).orElse(LAST_OF_ALL);
        return !day.isBefore(FIRST) && !day.isAfter(last);
    }
}
