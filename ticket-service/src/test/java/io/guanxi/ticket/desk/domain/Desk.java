package io.guanxi.ticket.desk.domain;

import io.guanxi.test.DeciderSpecification;
import io.guanxi.ticket.desk.domain.TicketEvent.Opened;
import io.guanxi.ticket.desk.domain.calendar.BusinessCalendar;
import io.guanxi.ticket.desk.domain.calendar.OpenHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A desk in Shanghai that works from nine to six with a lunch break, and a ticket opened there on a Friday morning. */
public final class Desk {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String TICKET = "acme/3b9f2c34-7c0e-4d8e-9a55-0d2b6c1f7e90";
    public static final String CUSTOMER = "96ea36ff-10f1-59db-bb52-9d339fb5354e";
    public static final PersonalText SUBJECT = new PersonalText("Where is my parcel?");
    public static final PersonalText TEXT = new PersonalText("It was to come on Monday. Wang");
    public static final ServiceTerms TERMS = new ServiceTerms(officeHours("office-1"), List.of(), level("level-1"));

    /** Friday, 20 November 2026, 10:00 at the desk. */
    public static final Instant FRIDAY_TEN = at("2026-11-20T10:00");

    /** One hour for the first response, eight for the resolution: due on Friday 11:00 and on Monday 10:30. */
    public static final Opened OPENED = new Opened(
            "open",
            FRIDAY_TEN,
            TICKET,
            CUSTOMER,
            Channel.EMAIL,
            TicketKind.COMPLAINT,
            Priority.HIGH,
            SUBJECT,
            TEXT,
            "level-1",
            Duration.ofHours(1),
            new Due(at("2026-11-20T11:00"), "office-1"),
            Duration.ofHours(8),
            new Due(at("2026-11-23T10:30"), "office-1"));

    private Desk() {}

    static DeciderSpecification<Ticket, TicketCommand, TicketEvent, TicketRejection> ticket() {
        return ticket(TERMS);
    }

    static DeciderSpecification<Ticket, TicketCommand, TicketEvent, TicketRejection> ticket(ServiceTerms terms) {
        return DeciderSpecification.of(
                Ticket.unopened(), Ticket::evolve, (ticket, command) -> TicketDecider.decide(ticket, command, terms));
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    public static BusinessCalendar officeHours(String version) {
        Map<DayOfWeek, List<OpenHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= DayOfWeek.FRIDAY.getValue()) {
                week.put(day, List.of(OpenHours.parse("09:00-12:00"), OpenHours.parse("13:30-18:00")));
            }
        }
        return new BusinessCalendar(version, ZONE, week, Map.of());
    }

    public static ServiceLevel level(String version) {
        return new ServiceLevel(
                version,
                Map.of(
                        Priority.LOW, new Targets(Duration.ofHours(8), Duration.ofHours(40)),
                        Priority.NORMAL, new Targets(Duration.ofHours(4), Duration.ofHours(24)),
                        Priority.HIGH, new Targets(Duration.ofHours(1), Duration.ofHours(8)),
                        Priority.URGENT, new Targets(Duration.ofMinutes(15), Duration.ofHours(4))),
                Duration.ofHours(2));
    }
}
