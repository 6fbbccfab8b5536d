package io.guanxi.analytics.cohort.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** How long customers are put together who came first, and how long a later period is. */
public enum Span {
    /** From the first of a month. */
    MONTH(ChronoUnit.MONTHS) {
        @Override
        LocalDate startOf(LocalDate day) {
            return day.withDayOfMonth(1);
        }
    },
    /** From a Monday. */
    WEEK(ChronoUnit.WEEKS) {
        @Override
        LocalDate startOf(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    };

    private final ChronoUnit unit;

    Span(ChronoUnit unit) {
        this.unit = unit;
    }

    abstract LocalDate startOf(LocalDate day);

    /** How many spans a day is after the one that begins on a start. */
    int between(LocalDate start, LocalDate day) {
        return Math.toIntExact(unit.between(start, startOf(day)));
    }

    /** The last day of the span that is so many after the one that begins on a start. */
    LocalDate lastDay(LocalDate start, int later) {
        return start.plus(later + 1L, unit).minusDays(1);
    }
}
