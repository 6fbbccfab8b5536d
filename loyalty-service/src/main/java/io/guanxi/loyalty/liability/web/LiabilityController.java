package io.guanxi.loyalty.liability.web;

import io.guanxi.loyalty.liability.domain.BookDay;
import io.guanxi.loyalty.liability.domain.Books;
import io.guanxi.loyalty.liability.view.dailytotals.ReadTheBooks;
import io.guanxi.loyalty.programme.rulebook.RuleBooks;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/loyalty/liability")
@Tag(name = "Loyalty liability")
class LiabilityController {

    private static final int MOST_DAYS = 400;
    private static final int LENGTH_OF_A_DATE = 10;
    private static final String CSV = "text/csv";

    private final ReadTheBooks books;
    private final LiabilityAt liability;
    private final Closing closing;
    private final RuleBooks rules;
    private final Clock clock;

    LiabilityController(ReadTheBooks books, LiabilityAt liability, Closing closing, RuleBooks rules, Clock clock) {
        this.books = books;
        this.liability = liability;
        this.closing = closing;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param items one for each day since the purse was first used */
    record Days(List<DayResponse> items) {}

    // No media type is said here, so that this one answers whoever accepts anything.
    @GetMapping("/days")
    @Operation(summary = "What was posted on each day, for the general ledger")
    Days days(
            Caller caller,
            @RequestParam String from,
            @RequestParam String until,
            @RequestParam(required = false) @Nullable String purse) {
        Instant closedUntil = closing.closedUntil(caller.tenant());
        return new Days(read(caller, from, until, purse).stream()
                .map(day -> DayResponse.of(day, Closing.isClosed(day, closedUntil)))
                .toList());
    }

    @GetMapping(path = "/days", produces = CSV)
    @Operation(summary = "The same as a file")
    ResponseEntity<String> daysAsFile(
            Caller caller,
            @RequestParam String from,
            @RequestParam String until,
            @RequestParam(required = false) @Nullable String purse) {
        Instant closedUntil = closing.closedUntil(caller.tenant());
        List<BookDay> days = read(caller, from, until, purse);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"loyalty-liability.csv\"")
                .body(DaysFile.of(days, closedUntil));
    }

    private List<BookDay> read(Caller caller, String from, String until, @Nullable String purse) {
        LocalDate first = date("from", from);
        LocalDate last = date("until", until);
        if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS - 1))) {
            throw RequestRefused.parameter("until", "must be 0 to " + (MOST_DAYS - 1) + " days after from");
        }
        List<String> purses = purse == null ? purses(caller.tenant()) : List.of(purse);
        return purses.stream()
                .flatMap(one -> books.days(caller.tenant(), one, first, last).stream())
                .toList();
    }

    /** Purses stay, so those of the present rules are all there ever were. */
    private List<String> purses(String tenant) {
        Instant now = clock.instant();
        return rules.of(tenant).inForce(now, now).rules().purseCodes();
    }

    @GetMapping
    @Operation(summary = "What is owed at the end of a day, and what is expected to expire of it")
    LiabilityResponse liability(
            Caller caller,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        Books present = new Books(rules.of(caller.tenant()));
        Instant now = clock.instant();
        ZoneId zone = present.zone(now);
        LocalDate today = now.atZone(zone).toLocalDate();
        return liability.of(
                caller.tenant(),
                present,
                asOf == null ? today : notAfter(today, "asOf", date("asOf", asOf)),
                knownAt == null ? today : notAfter(today, "knownAt", date("knownAt", knownAt)),
                today,
                zone);
    }

    private static LocalDate notAfter(LocalDate today, String name, LocalDate date) {
        if (date.isAfter(today)) {
            throw RequestRefused.parameter(name, "must not be after today");
        }
        return date;
    }

    /** Of the years 0 to 9999 alone: days are compared as text. */
    private static LocalDate date(String name, String text) {
        if (text.length() != LENGTH_OF_A_DATE) {
            throw noDate(name);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw noDate(name);
        }
    }

    private static RequestRefused noDate(String name) {
        return RequestRefused.parameter(name, "must be a date such as 2026-11-22");
    }
}
