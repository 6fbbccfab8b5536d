package io.guanxi.analytics.report.web;

import io.guanxi.analytics.cohort.domain.CohortParameters;
import io.guanxi.analytics.cohort.domain.Span;
import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.report.PossibleDays;
import io.guanxi.analytics.report.ReportDesk;
import io.guanxi.analytics.report.domain.CohortReport;
import io.guanxi.analytics.report.domain.GradeMigration;
import io.guanxi.analytics.report.domain.RevenueReport;
import io.guanxi.web.Caller;
import io.guanxi.web.Problem;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All customers of the caller's tenant at the end of a day, gone through while the caller waits. */
@RestController
@RequestMapping("/api/analytics")
@Tag(name = "Analytics reports")
class ReportController {

    private static final Map<String, Span> SPANS = Map.of("month", Span.MONTH, "week", Span.WEEK);

    private final ReportDesk desk;

    ReportController(ReportDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/cohorts")
    @Operation(
            summary = "What became of customers who came in the same month or week",
            description = "By default of the last periods before the day of the latest event.")
    CohortReport cohorts(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "24") int periods,
            @RequestParam(defaultValue = "90") int repurchaseDays) {
        Span span = Optional.ofNullable(SPANS.get(by))
                .orElseThrow(() -> RequestRefused.parameter("by", "must be month or week"));
        between("periods", periods, 1, 600);
        between("repurchaseDays", repurchaseDays, 1, 3650);
        LocalDate day = day(caller, asOf, "asOf");
        LocalDate first = from == null ? before(day, span, periods) : from;
        if (first.isAfter(day) || first.getYear() < 1900) {
            throw RequestRefused.parameter("from", "must be a date from 1900 on and not after asOf");
        }
        CohortParameters parameters = new CohortParameters(span, first, periods, repurchaseDays);
        return desk.one(reports -> reports.cohorts(caller.tenant(), parameters, conversion(caller, day), day));
    }

    @GetMapping("/retention")
    @Operation(summary = "Of all customers together, who buys again, by months or weeks after the first purchase")
    CohortReport.Retention retention(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(defaultValue = "month") String by,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(defaultValue = "24") int periods,
            @RequestParam(defaultValue = "90") int repurchaseDays) {
        return cohorts(caller, asOf, by, from, periods, repurchaseDays).retention();
    }

    @GetMapping("/pyramid/migration")
    @Operation(summary = "How customers moved between the grades of the pyramid from one day to another")
    GradeMigration.Report migration(
            Caller caller, @RequestParam LocalDate from, @RequestParam(required = false) @Nullable LocalDate to) {
        LocalDate end = day(caller, to, "to");
        if (from.isAfter(end) || from.getYear() < 1900) {
            throw RequestRefused.parameter("from", "must be a date from 1900 on and not after to");
        }
        return desk.one(reports -> reports.migration(caller.tenant(), from, end));
    }

    @GetMapping("/revenue-shares")
    @Operation(summary = "On how few customers revenue rests, and how it is spread over the grades")
    RevenueReport revenue(Caller caller, @RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = day(caller, asOf, "asOf");
        return desk.one(reports -> reports.revenue(caller.tenant(), conversion(caller, day), day));
    }

    private LocalDate day(Caller caller, @Nullable LocalDate given, String parameter) {
        Optional<LocalDate> latest = desk.latestDay(caller.tenant());
        if (given == null) {
            return latest.orElseThrow(() -> RequestRefused.notFound(
                    "boundaries-not-measured", "No order has been measured yet, so there is no latest day."));
        }
        if (!PossibleDays.has(given, latest)) {
            throw RequestRefused.parameter(parameter, PossibleDays.EXPECTED);
        }
        return given;
    }

    private Conversion conversion(Caller caller, LocalDate day) {
        return desk.comparison(caller.tenant(), day)
                .orElseThrow(() -> new RequestRefused(Problem.of(
                        HttpStatus.CONFLICT,
                        "no-currency",
                        "Nothing says in which currency customers are compared on that day.")));
    }

    private static LocalDate before(LocalDate day, Span span, int periods) {
        return span == Span.MONTH ? day.minusMonths(periods) : day.minusWeeks(periods);
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw RequestRefused.parameter(name, "must be %d to %d".formatted(least, most));
        }
    }
}
