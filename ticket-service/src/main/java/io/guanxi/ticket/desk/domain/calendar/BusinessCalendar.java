package io.guanxi.ticket.desk.domain.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says which instants are business time: an instant counts when the wall clock of the zone shows open hours.
 *
 * @param version names this calendar for ever; a changed calendar has another version
 * @param zone whose wall clock is meant; changes between summer and winter time follow it
 * @param week the hours of each day of an ordinary week, possibly several a day; a day that is absent is closed
 * @param specialDays days that differ from their week day; no hours mean a holiday
 */
public record BusinessCalendar(
        String version,
        ZoneId zone,
        Map<DayOfWeek, List<OpenHours>> week,
        Map<LocalDate, List<OpenHours>> specialDays) {

    /** @throws IllegalArgumentException if no week day is ever open, or hours of one day overlap or are out of order */
    public BusinessCalendar {
        if (version.isBlank()) {
            throw new IllegalArgumentException("calendar version: blank (expected: a name for this calendar)");
        }
        Map<DayOfWeek, List<OpenHours>> ordinary = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> ordinary.put(day, inOrder(day, hours)));
        Map<LocalDate, List<OpenHours>> special = new TreeMap<>();
        specialDays.forEach((day, hours) -> special.put(day, inOrder(day, hours)));
        if (ordinary.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("calendar " + version + ": no open hours in the week (expected: some)");
        }
        week = Map.copyOf(ordinary);
        specialDays = Map.copyOf(special);
    }

    /**
     * The earliest instant by which {@code duration} of business time has passed since {@code start}; so never the
     * opening of a day when the closing of the day before will do.
     *
     * @throws IllegalArgumentException if {@code duration} is negative
     */
    public Instant addBusinessTime(Instant start, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration: " + duration + " (expected: zero or more)");
        }
        if (duration.isZero()) {
            return start;
        }
        OpenSpans spans = new OpenSpans(this, start);
        Duration left = duration;
        while (true) {
            Span span = spans.next();
            if (span.length().compareTo(left) >= 0) {
                return span.from().plus(left);
            }
            left = left.minus(span.length());
        }
    }

    /** The business time from {@code start} to {@code end}; zero if {@code end} is not after {@code start}. */
    public Duration businessTimeBetween(Instant start, Instant end) {
        return openSpans(start, end).stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The stretches of business time from {@code start} to {@code end}, in order; those that touch are one. */
    public List<Span> openSpans(Instant start, Instant end) {
        List<Span> found = new ArrayList<>();
        OpenSpans spans = new OpenSpans(this, start);
        Span span = spans.next();
        while (span.from().isBefore(end)) {
            append(found, span.to().isAfter(end) ? new Span(span.from(), end) : span);
            span = spans.next();
        }
        return List.copyOf(found);
    }

    List<OpenHours> hoursOn(LocalDate day) {
        List<OpenHours> special = specialDays.get(day);
        return special != null ? special : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private static void append(List<Span> found, Span span) {
        if (!found.isEmpty() && found.getLast().to().equals(span.from())) {
            found.add(new Span(found.removeLast().from(), span.to()));
        } else {
            found.add(span);
        }
    }

    private static List<OpenHours> inOrder(Object day, List<OpenHours> hours) {
        for (int i = 1; i < hours.size(); i++) {
            if (!hours.get(i - 1).endsBy(hours.get(i))) {
                throw new IllegalArgumentException(
                        "open hours of " + day + ": " + hours + " (expected: in order and without overlap)");
            }
        }
        return List.copyOf(hours);
    }
}
