package io.guanxi.ticket.desk.domain.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Walks the open spans of a calendar, in order and without end.
 *
 * <p>Time is cut at every change of the zone's offset. Between two changes wall clock and real time run alike, so an
 * hour that the clock skips counts nothing and an hour that it shows twice counts twice, without a special case.
 */
final class OpenSpans {

    private final BusinessCalendar calendar;
    private final ZoneRules rules;
    private final Deque<Span> ready = new ArrayDeque<>();
    private ZoneOffset offset;
    private LocalDateTime pieceStart;
    private LocalDateTime pieceEnd;
    private @Nullable Instant nextPiece;
    private LocalDate day;

    OpenSpans(BusinessCalendar calendar, Instant from) {
        this.calendar = calendar;
        this.rules = calendar.zone().getRules();
        this.offset = rules.getOffset(from);
        this.pieceStart = LocalDateTime.ofInstant(from, offset);
        this.nextPiece = changeAfter(from);
        this.pieceEnd = endOfPiece();
        this.day = pieceStart.toLocalDate();
    }

    Span next() {
        while (ready.isEmpty()) {
            advance();
        }
        return ready.removeFirst();
    }

    private void advance() {
        if (nextPiece != null && !day.atStartOfDay().isBefore(pieceEnd)) {
            enter(nextPiece);
        }
        for (OpenHours hours : calendar.hoursOn(day)) {
            LocalDateTime from = later(hours.startOn(day), pieceStart);
            LocalDateTime to = earlier(hours.endOn(day), pieceEnd);
            if (from.isBefore(to)) {
                ready.addLast(new Span(from.toInstant(offset), to.toInstant(offset)));
            }
        }
        day = day.plusDays(1);
    }

    private void enter(Instant start) {
        offset = rules.getOffset(start);
        pieceStart = LocalDateTime.ofInstant(start, offset);
        nextPiece = changeAfter(start);
        pieceEnd = endOfPiece();
        day = pieceStart.toLocalDate();
    }

    private @Nullable Instant changeAfter(Instant instant) {
        ZoneOffsetTransition change = rules.nextTransition(instant);
        return change == null ? null : change.getInstant();
    }

    private LocalDateTime endOfPiece() {
        return nextPiece == null ? LocalDateTime.MAX : LocalDateTime.ofInstant(nextPiece, offset);
    }

    private static LocalDateTime later(LocalDateTime a, LocalDateTime b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
        return a.isBefore(b) ? a : b;
    }
}
