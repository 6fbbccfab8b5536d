package io.guanxi.ticket.desk.domain.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * One stretch of a day in which the desk works, by the wall clock of the calendar's zone.
 *
 * @param from the first moment that counts
 * @param to the first moment that counts no more; midnight means the end of the day
 */
public record OpenHours(LocalTime from, LocalTime to) {

    private static final String END_OF_DAY = "24:00";

    public OpenHours {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "open hours: " + from + "-" + to + " (expected: an end after the start)");
        }
    }

    /**
     * Reads {@code 09:00-12:00}; {@code 24:00} is the end of the day.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static OpenHours parse(String text) {
        int dash = text.indexOf('-');
        try {
            String to = text.substring(dash + 1).strip();
            return new OpenHours(
                    LocalTime.parse(text.substring(0, Math.max(dash, 0)).strip()),
                    to.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(to));
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("open hours: " + text + " (expected: 09:00-12:00)", unreadable);
        }
    }

    LocalDateTime startOn(LocalDate date) {
        return date.atTime(from);
    }

    LocalDateTime endOn(LocalDate date) {
        return to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(to);
    }

    boolean endsBy(OpenHours later) {
        return !to.equals(LocalTime.MIDNIGHT) && !to.isAfter(later.from);
    }

    @Override
    public String toString() {
        return from + "-" + (to.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : to);
    }
}
