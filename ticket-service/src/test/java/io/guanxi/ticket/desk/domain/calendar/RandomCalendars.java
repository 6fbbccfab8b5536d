package io.guanxi.ticket.desk.domain.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Calendars as odd as people make them, in zones with odd histories, between 2011 and 2031. */
public final class RandomCalendars {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Shanghai"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Asia/Beirut"),
            ZoneId.of("Africa/Casablanca"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("UTC"));
    private static final long FIRST_MINUTE =
            Instant.parse("2011-06-01T00:00:00Z").getEpochSecond() / 60;
    private static final int MINUTES = 20 * 365 * 24 * 60;

    private RandomCalendars() {}

    public static BusinessCalendar calendar(RandomGenerator random) {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        if (random.nextInt(10) == 0) {
            return alwaysOpen("always", zone);
        }
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, random.nextInt(3) == 0 ? List.of() : hours(random));
        }
        week.put(DayOfWeek.of(1 + random.nextInt(7)), hours(random));
        return new BusinessCalendar("odd", zone, week, Map.of());
    }

    /** The same calendar with holidays, possibly many in a row, and worked days around {@code when}. */
    public static BusinessCalendar withSpecialDays(BusinessCalendar calendar, Instant when, RandomGenerator random) {
        Map<LocalDate, List<OpenHours>> special = new HashMap<>();
        LocalDate day = LocalDate.ofInstant(when, calendar.zone()).minusDays(random.nextInt(5));
        for (int i = random.nextInt(40); i > 0; i--) {
            day = day.plusDays(1 + random.nextInt(2));
            special.put(day, random.nextInt(4) == 0 ? hours(random) : List.of());
        }
        return new BusinessCalendar(calendar.version(), calendar.zone(), calendar.week(), special);
    }

    public static Instant minute(RandomGenerator random) {
        return Instant.ofEpochSecond((FIRST_MINUTE + random.nextInt(MINUTES)) * 60);
    }

    private static List<OpenHours> hours(RandomGenerator random) {
        TreeSet<Integer> cuts = new TreeSet<>();
        int wanted = 2 * (1 + random.nextInt(3));
        while (cuts.size() < wanted) {
            cuts.add(random.nextInt(5) == 0 ? random.nextInt(2) * 24 * 60 : random.nextInt(24 * 60 + 1));
        }
        List<Integer> edges = new ArrayList<>(cuts);
        List<OpenHours> hours = new ArrayList<>();
        for (int i = 0; i < wanted; i += 2) {
            hours.add(new OpenHours(time(edges.get(i)), time(edges.get(i + 1))));
        }
        return hours;
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % (24 * 60) * 60L);
    }

    /** Every hour of every day counts. */
    public static BusinessCalendar alwaysOpen(String version, ZoneId zone) {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(OpenHours.parse("00:00-24:00")));
        }
        return new BusinessCalendar(version, zone, week, Map.of());
    }
}
