package io.guanxi.ticket;

import io.guanxi.ticket.desk.domain.Priority;
import io.guanxi.ticket.desk.domain.ServiceLevel;
import io.guanxi.ticket.desk.domain.ServiceTerms;
import io.guanxi.ticket.desk.domain.Targets;
import io.guanxi.ticket.desk.domain.calendar.BusinessCalendar;
import io.guanxi.ticket.desk.domain.calendar.OpenHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the desk promises.
 *
 * @param calendar counts what is promised from now on
 * @param earlierCalendars those by which promises were made that still run or are explained
 * @param serviceLevels the promised times
 */
@Validated
@ConfigurationProperties("guanxi.ticket")
public record TicketProperties(
        @NotNull @Valid Calendar calendar,
        @DefaultValue List<@Valid Calendar> earlierCalendars,
        @NotNull @Valid ServiceLevels serviceLevels) {

    ServiceTerms terms() {
        return new ServiceTerms(
                calendar.calendar(),
                earlierCalendars.stream().map(Calendar::calendar).toList(),
                serviceLevels.level());
    }

    /**
     * A business calendar.
     *
     * @param version a changed calendar needs another one
     * @param zone whose wall clock is meant, such as {@code Asia/Shanghai}
     * @param week hours such as {@code 09:00-12:00, 13:30-18:00} for each day; {@code 00:00-24:00} is a whole day
     * @param holidays days or ranges of days such as {@code 2026-10-01/2026-10-07}, the last one included
     * @param specialDays days with other hours than their week day
     */
    public record Calendar(
            @NotBlank String version,
            @NotNull ZoneId zone,
            @NotEmpty Map<DayOfWeek, List<String>> week,
            @DefaultValue List<String> holidays,
            @DefaultValue List<@Valid SpecialDay> specialDays) {

        BusinessCalendar calendar() {
            Map<DayOfWeek, List<OpenHours>> ordinary = new EnumMap<>(DayOfWeek.class);
            week.forEach((day, open) -> ordinary.put(day, hours(open)));
            Map<LocalDate, List<OpenHours>> special = new HashMap<>();
            holidays.stream().flatMap(range -> days(range).stream()).forEach(day -> special.put(day, List.of()));
            specialDays.forEach(day -> special.put(day.date(), hours(day.hours())));
            return new BusinessCalendar(version, zone, ordinary, special);
        }

        private static List<OpenHours> hours(List<String> open) {
            return open.stream().map(OpenHours::parse).toList();
        }

        private static List<LocalDate> days(String range) {
            String[] ends = range.split("/", 2);
            LocalDate first = LocalDate.parse(ends[0].strip());
            LocalDate last = ends.length == 1 ? first : LocalDate.parse(ends[1].strip());
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("holidays: " + range + " (expected: the first day first)");
            }
            List<LocalDate> days = new ArrayList<>();
            first.datesUntil(last.plusDays(1)).forEach(days::add);
            return days;
        }
    }

    /** A day with other hours than its week day. */
    public record SpecialDay(
            @NotNull LocalDate date, @NotEmpty List<String> hours) {}

    /**
     * The promised times, in business time: {@code 8h} is eight open hours, and {@code 1d} would be twenty-four of them.
     *
     * @param version changed times need another one
     * @param afterReopening the least time that a reopened ticket gets
     * @param targets for each priority
     */
    public record ServiceLevels(
            @NotBlank String version,
            @NotNull Duration afterReopening,
            @NotEmpty Map<Priority, @Valid Target> targets) {

        ServiceLevel level() {
            Map<Priority, Targets> promised = new EnumMap<>(Priority.class);
            targets.forEach((priority, target) ->
                    promised.put(priority, new Targets(target.firstResponse(), target.resolution())));
            return new ServiceLevel(version, promised, afterReopening);
        }
    }

    /** The promised times of one priority. */
    public record Target(
            @NotNull Duration firstResponse, @NotNull Duration resolution) {}
}
