package io.guanxi.ticket.desk.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountingBusinessTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void lunchDoesNotCount() {
        BusinessCalendar office = office(SHANGHAI, Map.of());

        assertThat(office.addBusinessTime(at(SHANGHAI, "2026-11-20T11:00"), Duration.ofHours(2)))
                .isEqualTo(at(SHANGHAI, "2026-11-20T14:30"));
    }

    @Test
    void timeThatEndsWithTheDayIsDueThatDayAndNotTheNextMorning() {
        BusinessCalendar office = office(SHANGHAI, Map.of());

        assertThat(office.addBusinessTime(at(SHANGHAI, "2026-11-20T15:00"), Duration.ofHours(3)))
                .isEqualTo(at(SHANGHAI, "2026-11-20T18:00"));
    }

    @Test
    void aMomentMoreIsDueAfterTheWeekend() {
        BusinessCalendar office = office(SHANGHAI, Map.of());

        assertThat(office.addBusinessTime(
                        at(SHANGHAI, "2026-11-20T15:00"), Duration.ofHours(3).plusNanos(1)))
                .isEqualTo(at(SHANGHAI, "2026-11-23T09:00").plusNanos(1));
    }

    @Test
    void holidaysInARowAreSkippedAndAWorkedSundayCounts() {
        Map<LocalDate, List<OpenHours>> special = new HashMap<>();
        LocalDate.parse("2026-10-01").datesUntil(LocalDate.parse("2026-10-08")).forEach(d -> special.put(d, List.of()));
        special.put(LocalDate.parse("2026-09-27"), List.of(OpenHours.parse("09:00-12:00")));
        BusinessCalendar office = office(SHANGHAI, special);

        assertThat(office.addBusinessTime(at(SHANGHAI, "2026-09-30T17:00"), Duration.ofHours(2)))
                .isEqualTo(at(SHANGHAI, "2026-10-08T10:00"));
        assertThat(office.businessTimeBetween(at(SHANGHAI, "2026-09-26T00:00"), at(SHANGHAI, "2026-09-28T00:00")))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aYearOfHolidaysIsSkipped() {
        Map<LocalDate, List<OpenHours>> special = new HashMap<>();
        LocalDate.parse("2027-01-01").datesUntil(LocalDate.parse("2028-01-01")).forEach(d -> special.put(d, List.of()));
        BusinessCalendar office = office(SHANGHAI, special);

        assertThat(office.addBusinessTime(at(SHANGHAI, "2026-12-31T18:00"), Duration.ofMinutes(1)))
                .isEqualTo(at(SHANGHAI, "2028-01-03T09:01"));
    }

    @Test
    void theLeapDayIsADay() {
        BusinessCalendar office = office(SHANGHAI, Map.of());

        assertThat(office.businessTimeBetween(at(SHANGHAI, "2028-02-28T00:00"), at(SHANGHAI, "2028-03-01T00:00")))
                .isEqualTo(Duration.ofHours(15));
    }

    @Test
    void anHourThatTheClockSkipsDoesNotCount() {
        BusinessCalendar always = RandomCalendars.alwaysOpen("always", BERLIN);

        assertThat(always.businessTimeBetween(at(BERLIN, "2026-03-29T00:00"), at(BERLIN, "2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(23));
        BusinessCalendar nights = sundays("01:00-02:30");
        assertThat(nights.businessTimeBetween(at(BERLIN, "2026-03-29T00:00"), at(BERLIN, "2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anHourThatTheClockShowsTwiceCountsTwice() {
        BusinessCalendar always = RandomCalendars.alwaysOpen("always", BERLIN);
        BusinessCalendar nights = sundays("01:00-02:30");
        Instant start = at(BERLIN, "2026-10-25T00:00");

        assertThat(always.businessTimeBetween(start, at(BERLIN, "2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(nights.businessTimeBetween(start, at(BERLIN, "2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(nights.addBusinessTime(start, Duration.ofHours(2))).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void aDayThatAZoneNeverHadDoesNotCount() {
        BusinessCalendar apia = RandomCalendars.alwaysOpen("always", ZoneId.of("Pacific/Apia"));

        List<Span> spans = apia.openSpans(Instant.parse("2011-12-29T00:00:00Z"), Instant.parse("2012-01-02T00:00:00Z"));

        assertThat(spans)
                .containsExactly(
                        new Span(Instant.parse("2011-12-29T00:00:00Z"), Instant.parse("2012-01-02T00:00:00Z")));
    }

    @Test
    void noTimeAtAllIsDueAtOnce() {
        Instant sunday = at(SHANGHAI, "2026-11-22T12:00");

        assertThat(office(SHANGHAI, Map.of()).addBusinessTime(sunday, Duration.ZERO))
                .isEqualTo(sunday);
    }

    @Test
    void betweenAnInstantAndAnEarlierOneThereIsNoTime() {
        assertThat(office(SHANGHAI, Map.of())
                        .businessTimeBetween(at(SHANGHAI, "2026-11-20T12:00"), at(SHANGHAI, "2026-11-19T12:00")))
                .isZero();
    }

    @Test
    void aCalendarThatIsNeverOpenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BusinessCalendar(
                        "empty",
                        SHANGHAI,
                        Map.of(DayOfWeek.MONDAY, List.of()),
                        Map.of(LocalDate.EPOCH, List.of(OpenHours.parse("09:00-10:00")))))
                .withMessageContaining("no open hours");
    }

    @Test
    void hoursThatOverlapOrStandInTheWrongOrderAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> sundays("09:00-12:00", "11:59-13:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> sundays("13:00-14:00", "09:00-12:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> sundays("13:00-24:00", "14:00-15:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> OpenHours.parse("12:00-12:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> OpenHours.parse("nine to five"));
    }

    @Test
    void hoursThatTouchAreFine() {
        assertThat(sundays("09:00-12:00", "12:00-24:00")
                        .openSpans(at(BERLIN, "2026-11-22T00:00"), at(BERLIN, "2026-11-23T00:00")))
                .containsExactly(new Span(at(BERLIN, "2026-11-22T09:00"), at(BERLIN, "2026-11-23T00:00")));
    }

    private static BusinessCalendar office(ZoneId zone, Map<LocalDate, List<OpenHours>> special) {
        Map<DayOfWeek, List<OpenHours>> week = new HashMap<>();
        for (DayOfWeek day : List.of(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY)) {
            week.put(day, List.of(OpenHours.parse("09:00-12:00"), OpenHours.parse("13:30-18:00")));
        }
        return new BusinessCalendar("office", zone, week, special);
    }

    private static BusinessCalendar sundays(String... hours) {
        List<OpenHours> open = List.of(hours).stream().map(OpenHours::parse).toList();
        return new BusinessCalendar("sundays", BERLIN, Map.of(DayOfWeek.SUNDAY, open), Map.of());
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
