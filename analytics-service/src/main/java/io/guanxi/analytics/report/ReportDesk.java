package io.guanxi.analytics.report;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.web.RequestRefused;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Makes one report at a time: each goes through everybody, and what is left of the machine is for the orders. */
public final class ReportDesk {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Reports reports;
    private final Function<String, Optional<LocalDate>> latestDay;
    private final Semaphore place = new Semaphore(1);

    /** @param latestDay of a tenant's events; empty if nothing was measured yet */
    public ReportDesk(Reports reports, Function<String, Optional<LocalDate>> latestDay) {
        this.reports = reports;
        this.latestDay = latestDay;
    }

    public Optional<LocalDate> latestDay(String tenant) {
        return latestDay.apply(tenant);
    }

    /** How amounts are compared on a day; empty if nothing says in which currency. */
    public Optional<Conversion> comparison(String tenant, LocalDate day) {
        return reports.comparison(tenant, day);
    }

    /** @throws RequestRefused 503 while another one is made, and while customers are moved between instances */
    public <R> R one(Function<Reports, R> report) {
        if (!place.tryAcquire()) {
            throw RequestRefused.unavailable("reports-busy", "Another report is being made. Ask again.", RETRY_AFTER);
        }
        try {
            return report.apply(reports);
        } catch (UncheckedIOException broken) {
            throw RequestRefused.unavailable(
                    "analytics-not-ready",
                    "An instance that has customers does not tell of them. Ask again.",
                    RETRY_AFTER);
        } finally {
            place.release();
        }
    }
}
